import { concat } from "viem";
import { chunksOf } from "../body/chunksOf.ts";
import { chunkSize } from "../body/bodySize.ts";
import { inPieces } from "../body/inPieces.ts";
import { secretStream } from "../body/secretStream.ts";
import { toStream } from "../body/toStream.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { sodium } from "../sodium.ts";
import { requireStrongPassphrase } from "../vault/passphraseStrength.ts";
import { archiveHead, archiveKey, headerSize, saltSize } from "./archiveKey.ts";

export type SealArchiveParameters = {
  /** At least one byte. */
  content: ReadableStream<Uint8Array>;
  passphrase: string;
  random?: RandomBytes;
};

/**
 * A file that a passphrase alone opens: head, salt, header of libsodium's stream, chunks. Whoever has it can guess for as
 * long as they like, so a weak passphrase is refused. Time grows with the content, memory does not.
 */
export async function sealArchive(parameters: SealArchiveParameters): Promise<ReadableStream<Uint8Array>> {
  const { content, passphrase, random = randomBytes } = parameters;
  await requireStrongPassphrase(passphrase);
  const [salt, header] = [random(saltSize), random(headerSize)];
  const key = await archiveKey(passphrase, salt);
  const source = content.getReader();
  const sealed = sealedPieces({ content: chunksOf(source), key, salt, header });
  return toStream(sealed, (reason) => source.cancel(reason));
}

type Sealing = { content: AsyncIterable<Uint8Array>; key: Uint8Array; salt: Uint8Array; header: Uint8Array };

async function* sealedPieces({ content, key, salt, header }: Sealing): AsyncGenerator<Uint8Array, void> {
  yield concat([archiveHead, salt, header]);
  const stream = secretStream(key, header);
  try {
    let held: Uint8Array | undefined;
    for await (const piece of inPieces(content, { size: chunkSize })) {
      if (held !== undefined) yield stream.push(held, false);
      held = piece;
    }
    if (held === undefined) throw new RangeError("An archive of nothing is none.");
    yield stream.push(held, true);
  } finally {
    stream.free();
    sodium.memzero(key);
  }
}
