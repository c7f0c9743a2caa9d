import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ServerEvent, readEvents } from "./readEvents.ts";

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = (text: string, size = 1 << 20): Promise<ServerEvent[]> =>
  Array.fromAsync(readEvents(inPieces(new TextEncoder().encode(text), size)));

describe("server-sent events", () => {
  test("have a name, an id and lines of data; comments, unknown fields and empty events are passed over", async () => {
    const text =
      ":beat\n\nid: 7\nevent: state\ndata: one\ndata:two\nretry: 3\n\nid\ndata\n\nevent: nothing\n\ndata:  x\n\n";
    expect(await read(text)).toEqual([
      { id: "7", name: "state", data: "one\ntwo" },
      { id: "", name: "message", data: "" },
      { id: "", name: "message", data: " x" },
    ]);
  });

  test("count only once they have ended", async () => {
    expect(await read("data: half")).toEqual([]);
    expect(await read("data: half\n")).toEqual([]);
  });

  test("are the same with every line ending, after a byte order mark, and however the network cuts them", async () => {
    const line = fc.string({ unit: "grapheme", maxLength: 20 }).map((it) => it.replace(/[\r\n]/g, ""));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
        fc.constantFrom("\n", "\r", "\r\n"),
        fc.integer({ min: 1, max: 9 }),
        async (events, ending, size) => {
          const text = events.map((lines) => lines.map((it) => `data: ${it}${ending}`).join("") + ending).join("");
          const data = (await read(`\uFEFF${text}`, size)).map((event) => event.data);
          expect(data).toEqual(events.map((lines) => lines.join("\n")));
        },
      ),
    );
  });

  test("are refused when one is too long, on one line or on many", async () => {
    await expect(read("data: ".padEnd(70_000, "x"), 1000)).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
    await expect(read("data: x\n".repeat(20_000), 1000)).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
  });

  test("are some or none of whatever bytes there are", async () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(chunks, async (pieces) => {
        async function* each() {
          yield* pieces;
        }
        for (const { data } of await Array.fromAsync(readEvents(each()))) expect(data).not.toContain("\r");
      }),
    );
  });
});
