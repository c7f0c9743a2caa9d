/** What a reader should not miss. The words say it; the tint only helps the eye to find them. */
export function Mark({ children }: { children: string }) {
  return (
    <span className="inline-block rounded-full bg-clay-well px-2.5 py-0.5 font-sans text-small font-medium text-clay">
      {children}
    </span>
  );
}
