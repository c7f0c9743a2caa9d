import { SealingError } from "../SealingError.ts";
import { chunkOverhead, chunkSize } from "../body/bodySize.ts";
import { chunksOf } from "../body/chunksOf.ts";
import { inPieces } from "../body/inPieces.ts";
import { secretStream, tagFinal, tagMessage } from "../body/secretStream.ts";
import { toStream } from "../body/toStream.ts";
import { sameBytes } from "../sameBytes.ts";
import { sodium } from "../sodium.ts";
import { archiveHead, archiveKey, headerSize, saltSize } from "./archiveKey.ts";

export type OpenArchiveParameters = { archive: ReadableStream<Uint8Array>; passphrase: string };

/**
 * Opens an archive as it flows by. Until the stream has ended well its content may only go where it can still be thrown
 * away. A first chunk that does not open is a wrong passphrase, or damage that cannot be told from one.
 */
export function openArchive({ archive, passphrase }: OpenArchiveParameters): ReadableStream<Uint8Array> {
  const source = archive.getReader();
  return toStream(openedPieces(chunksOf(source), passphrase), (reason) => source.cancel(reason));
}

const wholeHead = archiveHead.length + saltSize + headerSize;

async function* openedPieces(archive: AsyncIterable<Uint8Array>, passphrase: string) {
  const pieces = inPieces(archive, { size: chunkSize + chunkOverhead, firstSize: wholeHead });
  const { value: head } = await pieces.next();
  if (head?.length !== wholeHead || !sameBytes(head.subarray(0, archiveHead.length), archiveHead)) {
    throw new SealingError("UnknownFormat", "head of an archive");
  }
  const header = head.subarray(archiveHead.length + saltSize);
  const key = await archiveKey(passphrase, head.subarray(archiveHead.length, archiveHead.length + saltSize));
  const stream = secretStream(key, header);
  let [isFirst, isFinal] = [true, false];
  try {
    for await (const piece of pieces) {
      if (isFinal) throw damaged("something follows the final chunk");
      const opened = stream.pull(piece);
      if (opened === undefined)
        throw isFirst ? new SealingError("ArchiveDoesNotOpen") : damaged("a chunk does not open");
      const { message, tag } = opened;
      isFinal = tag === tagFinal;
      if (!isFinal && (tag !== tagMessage || message.length !== chunkSize)) throw damaged("a chunk within it");
      if (message.length === 0) throw damaged("an empty chunk");
      isFirst = false;
      yield message;
    }
  } finally {
    stream.free();
    sodium.memzero(key);
  }
  if (!isFinal) throw damaged("it ends before the final chunk");
}

function damaged(detail: string): SealingError {
  return new SealingError("ArchiveDamaged", detail);
}
