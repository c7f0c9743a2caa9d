import type { CID } from "multiformats/cid";
import { keyOf } from "../BlockFolder.ts";
import type { Call } from "../Call.ts";
import { NodeError } from "../NodeError.ts";
import type { Storage } from "../Storage.ts";
import { answerStream } from "../answerStream.ts";
import { walkDag } from "../walkDag.ts";
import { flag, parsePath } from "./options.ts";

type Pin = { Cid: string; Type: string };

const types = ["all", "recursive", "indirect", "direct"];

/** To say what is pinned indirectly, each pinned block that has links is read; `type=recursive` costs no more than it lists. */
export async function pinLs({ storage, response, url }: Call): Promise<void> {
  const type = url.searchParams.get("type") ?? "all";
  if (!types.includes(type)) throw new NodeError(`invalid type '${type}', must be one of {${types.join(", ")}}`, 400);
  const wanted = url.searchParams.getAll("arg").map(parsePath);
  if (wanted.length > 1) throw new NodeError("this node says it of one path at a time", 400);
  const pins = wanted.length === 1 ? pinOf(storage, wanted[0]!, type) : allPins(storage, type);
  const isStream = flag(url.searchParams, "stream", false);
  const headers = { "Content-Type": "application/json", ...(isStream && { "X-Chunked-Output": "1" }) };
  await answerStream(response, headers, isStream ? asLines(pins) : asOneObject(pins));
}

async function* pinOf(storage: Storage, cid: CID, type: string): AsyncGenerator<Pin, void> {
  if (type !== "indirect" && type !== "direct" && (await storage.pins.has(cid))) {
    return yield { Cid: cid.toString(), Type: "recursive" };
  }
  const isIndirect = type !== "recursive" && type !== "direct";
  for await (const root of isIndirect ? storage.pins.all() : []) {
    for await (const each of walkDag(storage.blocks, root, new Set())) {
      if (keyOf(each) !== keyOf(cid) || keyOf(each) === keyOf(root)) continue;
      return yield { Cid: cid.toString(), Type: `indirect through ${root}` };
    }
  }
  throw new NodeError(`path '${cid}' is not pinned`);
}

async function* allPins(storage: Storage, type: string): AsyncGenerator<Pin, void> {
  const roots = new Set<string>();
  for await (const root of storage.pins.all()) {
    roots.add(keyOf(root));
    if (type === "all" || type === "recursive") yield { Cid: root.toString(), Type: "recursive" };
  }
  if (type !== "all" && type !== "indirect") return;
  const seen = new Set<string>();
  for await (const root of storage.pins.all()) {
    for await (const cid of walkDag(storage.blocks, root, seen)) {
      if (!roots.has(keyOf(cid))) yield { Cid: cid.toString(), Type: "indirect" };
    }
  }
}

async function* asLines(pins: AsyncIterable<Pin>): AsyncGenerator<string, void> {
  for await (const pin of pins) yield `${JSON.stringify(pin)}\n`;
}

async function* asOneObject(pins: AsyncIterable<Pin>): AsyncGenerator<string, void> {
  let before = '{"Keys":{';
  for await (const { Cid, Type } of pins) {
    yield `${before}${JSON.stringify(Cid)}:${JSON.stringify({ Type })}`;
    before = ",";
  }
  yield before === "," ? "}}\n" : `${before}}}\n`;
}
