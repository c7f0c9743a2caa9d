import type { ComponentProps } from "react";

/** A sheet of paper on the desk. */
export function Panel({ className = "", ...props }: ComponentProps<"section">) {
  return (
    <section
      {...props}
      className={`rounded-panel border border-line bg-surface p-5 shadow-panel sm:p-6 ${className}`}
    />
  );
}
