/** A document that was opened: what it says it is, what it is called, and all of it. */
export type OpenDocument = { mediaType: string; title: string; bytes: Uint8Array<ArrayBuffer> };
