import { type ReactNode, useState } from "react";
import { fhirWords } from "../words/fhirWords.ts";

type BatchProps<Item> = { items: readonly Item[]; size: number; children: (items: readonly Item[]) => ReactNode };

/** A long list a part at a time. */
export function Batch<Item>({ items, size, children }: BatchProps<Item>) {
  const [shown, setShown] = useState(size);
  const more = Math.min(5 * size, items.length - shown);
  return (
    <>
      {children(items.slice(0, shown))}
      {more > 0 && (
        <button
          type="button"
          className="mt-3 rounded-field border border-line bg-surface px-4 py-2 text-small text-accent"
          onClick={() => setShown(shown + more)}
        >
          {fhirWords.showMore(more)}
        </button>
      )}
    </>
  );
}
