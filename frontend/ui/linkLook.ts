const look = "inline-flex min-h-11 items-center rounded-field px-4 font-semibold transition-colors";

/** For links that do what a button would: go where something is done. */
export const mainLinkLook = `${look} bg-accent text-on-accent hover:bg-accent-strong`;
export const plainLinkLook = `${look} border border-line bg-surface text-ink hover:bg-well`;
