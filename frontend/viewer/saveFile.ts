/** Long enough for a browser to take what it was offered. */
const keptFor = 60_000;

/**
 * Gives a content to the browser to save. Always as bytes of no kind: a page of HTML that were opened instead of saved would
 * run as part of this app.
 */
export function saveFile({ name, content }: { name: string; content: BlobPart }): void {
  const address = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
