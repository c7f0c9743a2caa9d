import { concat } from "viem";
import { carBlockHead, carHeader } from "#ipfs/dag/carPieces.ts";
import type { StoredFile } from "./storedFile.ts";

export type Answer = { status?: number; type?: string; body: Uint8Array | ReadableStream<Uint8Array> };

/** What may become of a question: `usual` is how an honest gateway answers it. */
export type Lie = (asked: {
  cid: string;
  format: "raw" | "car";
  usual: Answer;
  nth: number;
}) => Answer | Promise<Answer>;

/** A trustless gateway in the place of `fetch`, which holds one file and says of it what it is told to. */
export function memoryGateway(file: StoredFile, lie: Lie = ({ usual }) => usual) {
  const asked: string[] = [];

  async function fetch(input: RequestInfo | URL): Promise<Response> {
    const url = new URL(String(input));
    const cid = url.pathname.replace("/ipfs/", "");
    const format = url.searchParams.get("format") as "raw" | "car";
    asked.push(`${format} ${cid}`);
    const usual = usualAnswer(file, cid, format);
    const {
      status = 200,
      type = `application/vnd.ipld.${format}`,
      body,
    } = await lie({ cid, format, usual, nth: asked.length });
    return new Response(body as BodyInit, { status, headers: { "Content-Type": type } });
  }

  return { fetch: fetch as typeof globalThis.fetch, asked };
}

function usualAnswer(file: StoredFile, cid: string, format: "raw" | "car"): Answer {
  const block = file.blocks.get(cid);
  if (block === undefined) return { status: 404, type: "text/plain", body: new Uint8Array() };
  return { body: format === "raw" ? block : concat([carHeader(file.cid), ...sectionsOf(file)]) };
}

/** The blocks of a file as they follow one another in a CAR, each behind its head. */
export function sectionsOf({ order, blocks }: StoredFile): Uint8Array[] {
  return order.map((cid) => {
    const block = blocks.get(String(cid))!;
    return concat([carBlockHead(cid, block.length), block]);
  });
}
