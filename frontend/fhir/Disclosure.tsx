import { type ReactNode, useState } from "react";

type DisclosureProps = { summary: ReactNode; children: () => ReactNode };

/** What is folded is not made before it is opened: a record may be deeper than anybody looks. */
export function Disclosure({ summary, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="w-fit rounded-field py-1 text-small text-accent underline-offset-4 hover:underline">
        {summary}
      </summary>
      {isOpen && children()}
    </details>
  );
}
