import type { ReactNode } from "react";

type FilterChipProps = { isChosen: boolean; onToggle: () => void; children: ReactNode };

/** One of the ways to see less of a timeline. */
export function FilterChip({ isChosen, onToggle, children }: FilterChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onToggle}
      className="min-h-9 rounded-full border border-line px-3 text-small whitespace-nowrap hover:bg-well aria-pressed:border-accent aria-pressed:bg-accent-well aria-pressed:font-semibold"
    >
      {children}
    </button>
  );
}
