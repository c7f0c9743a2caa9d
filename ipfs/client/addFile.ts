import { CID } from "multiformats/cid";
import { toStream } from "#core/sealing/body/toStream.ts";
import { IpfsError } from "../IpfsError.ts";

export type AddFileParameters = {
  /** Of Kubo's RPC, without `/api/v0`. */
  apiUrl: string;
  content: AsyncIterable<Uint8Array>;
  fetch?: typeof fetch;
  signal?: AbortSignal;
};

/**
 * Adds a file to a node of one's own and pins it there, cut as the profile unixfs-v1-2025 says. It flows by as fast as the
 * node takes it (kubo-rpc-client reads it all into memory first). For servers: browsers do not stream what they send.
 */
export async function addFile({ apiUrl, content, fetch = globalThis.fetch, signal }: AddFileParameters) {
  const boundary = crypto.randomUUID();
  const source = formOf(content, boundary);
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`${apiUrl.replace(/\/+$/, "")}/api/v0/add?${profile}`, {
      method: "POST",
      headers: { "Content-Type": `multipart/form-data; boundary=${boundary}` },
      body: toStream(source.form, async () => {}),
      duplex: "half",
      // Else Node keeps a second copy of all that flows, to send it again where it is redirected to.
      redirect: "error",
      window: null,
      ...(signal && { signal }),
    } as RequestInit);
    text = await answer.text();
  } catch (error) {
    signal?.throwIfAborted();
    if (source.failure() !== undefined) throw source.failure();
    throw new IpfsError("IpfsUnreachable", "add", error);
  }
  if (answer.status !== 200) throw new IpfsError("IpfsAnswerBroken", `status ${answer.status}`);
  return { cid: cidIn(text) };
}

/** A form with one file. A content that fails ends without the form's end, so that nobody takes half of it for all. */
function formOf(content: AsyncIterable<Uint8Array>, boundary: string) {
  let failure: unknown;
  async function* form() {
    yield bytes(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename=""\r\n`);
    yield bytes("Content-Type: application/octet-stream\r\n\r\n");
    try {
      yield* content;
    } catch (error) {
      failure = error;
      throw error;
    }
    yield bytes(`\r\n--${boundary}--\r\n`);
  }
  return { form: form(), failure: () => failure };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function cidIn(text: string): string {
  try {
    const { Hash } = JSON.parse(text) as { Hash: string };
    return CID.parse(Hash).toString();
  } catch (error) {
    throw new IpfsError("IpfsAnswerBroken", "CID", error);
  }
}

const profile = new URLSearchParams({
  "cid-version": "1",
  "raw-leaves": "true",
  chunker: "size-1048576",
  "max-file-links": "1024",
  pin: "true",
  progress: "false",
});
