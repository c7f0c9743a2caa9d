import { ClientError } from "../ClientError.ts";

export type ServerEvent = { id: string; name: string; data: string };

const mostCharacters = 65_536;

/**
 * Server-sent events out of a stream of bytes, as the HTML standard tells browsers to read them. One that is longer than
 * 64 KiB is a mistake; one that has not ended with an empty line when the stream does is none.
 */
export async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent, void> {
  let [id, name] = ["", ""];
  let data: string[] = [];
  let size = 0;
  for await (const line of linesOf(chunks)) {
    if (line === "") {
      if (data.length > 0) yield { id, name: name || "message", data: data.join("\n") };
      [name, data, size] = ["", [], 0];
      continue;
    }
    size += line.length;
    if (size > mostCharacters) throw tooLong();
    const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (field === "data") data.push(value);
    else if (field === "event") name = value;
    else if (field === "id" && !value.includes("\0")) id = value;
  }
}

/** A line ends with a line feed, a carriage return, or both; these two may come in different chunks. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder("utf-8"); // leaves out a byte order mark
  let rest = "";
  let endedByReturn = false;
  for await (const chunk of chunks) {
    const decoded = decoder.decode(chunk, { stream: true });
    if (decoded === "") continue;
    const text = endedByReturn && decoded.startsWith("\n") ? decoded.slice(1) : decoded;
    endedByReturn = decoded.endsWith("\r");
    const lines = text.split(/\r\n|\r|\n/);
    lines[0] = rest + lines[0];
    rest = lines.pop()!;
    if (rest.length > mostCharacters) throw tooLong();
    yield* lines;
  }
}

function tooLong(): ClientError {
  return new ClientError("GatewayAnswerBroken", { detail: "event too long" });
}
