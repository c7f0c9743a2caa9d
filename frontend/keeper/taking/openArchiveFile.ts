import { blobOf } from "#core/archive/blobOf.ts";
import { openArchive } from "#core/sealing/archive/openArchive.ts";

/** The ZIP file in an archive, once all of it was found right. */
export function openArchiveFile(archive: Blob, passphrase: string): Promise<Blob> {
  return blobOf(openArchive({ archive: archive.stream(), passphrase }));
}
