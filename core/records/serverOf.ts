const longestUrl = 2_000;

/** The address of the server that a fullUrl names, up to its last slash before the type; "" for urn:uuid and others. */
export function serverOf(fullUrl: unknown): string {
  // Longer than any server's, and cut off here so that no one URL has to be read over and over.
  if (typeof fullUrl !== "string" || fullUrl.length > longestUrl) return "";
  return /^(https?:\/\/.*\/)[A-Z][A-Za-z]*\/[^/]+$/.exec(fullUrl)?.[1] ?? "";
}
