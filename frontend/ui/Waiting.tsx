/** For what takes longer than a glance: what is happening, in words. */
export function Waiting({ what }: { what: string }) {
  return (
    <p role="status" className="flex animate-[appear_0.2s_0.3s_both] items-center gap-3 py-6 text-quiet">
      <span aria-hidden className="size-4 animate-spin rounded-full border-2 border-line border-t-accent" />
      {what}…
    </p>
  );
}
