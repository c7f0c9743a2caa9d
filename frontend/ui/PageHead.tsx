import type { ReactNode } from "react";

type PageHeadProps = { title: string; lead?: string | undefined; children?: ReactNode };

/** What a screen is, and what can be done on it as a whole. */
export function PageHead({ title, lead, children }: PageHeadProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-4 pb-6">
      <div className="min-w-0 max-w-2xl">
        <title>{title}</title>
        <h1 className="text-page font-semibold">{title}</h1>
        {lead !== undefined && <p className="pt-2 text-lead text-quiet">{lead}</p>}
      </div>
      {children}
    </header>
  );
}
