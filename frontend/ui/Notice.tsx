import type { ReactNode } from "react";

type NoticeProps = { kind?: "calm" | "careful"; children: ReactNode };

/** Something that somebody should know. It is read out when it appears. */
export function Notice({ kind = "calm", children }: NoticeProps) {
  const look = kind === "calm" ? "bg-accent-well text-ink" : "bg-clay-well text-ink";
  return (
    <div role={kind === "calm" ? "status" : "alert"} className={`rounded-field px-4 py-3 ${look}`}>
      {children}
    </div>
  );
}
