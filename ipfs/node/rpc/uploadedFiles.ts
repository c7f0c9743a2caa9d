import { on } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import busboy from "busboy";
import type { Call } from "../Call.ts";
import { NodeError } from "../NodeError.ts";

export type UploadedFile = { name: string; content: AsyncGenerator<Uint8Array, void> };

/**
 * The files of an upload, one after the other as they arrive; each must be read before the next comes. Ends well only
 * once the request itself has: a client that gives up may still have closed the form properly.
 */
export async function* uploadedFiles({ request, limits }: Call): AsyncGenerator<UploadedFile, void> {
  const form = startForm(request, limits.files);
  let files = 0;
  try {
    for await (const event of on(form, "file", { close: ["close"] })) {
      const [field, stream, { filename, mimeType }] = event as [string, Readable, busboy.FileInfo];
      if (mimeType === "application/x-directory") throw new NodeError("directories are not served by this node", 400);
      if (field.includes("?")) throw new NodeError("modes and times of files are not kept by this node", 400);
      files++;
      yield { name: nameOf(filename), content: limited(stream, limits.fileBytes) };
    }
  } catch (error) {
    throw error instanceof NodeError ? error : brokenOff();
  } finally {
    request.unpipe(form);
    form.destroy();
  }
  if (!request.complete) throw brokenOff();
  if (files === 0) throw new NodeError('argument "path" is required', 400);
}

function startForm(request: IncomingMessage, files: number): busboy.Busboy {
  const form = formOf(request, files);
  // Whoever reads hears of errors; these are for when nobody does any more.
  form.on("error", () => {}).on("file", (_, stream) => void stream.on("error", () => {}));
  form.on("filesLimit", () => form.destroy(tooMuch(`more than ${files} files`)));
  request.once("close", () => request.complete || form.destroy(brokenOff()));
  return request.pipe(form);
}

function formOf({ headers }: IncomingMessage, files: number): busboy.Busboy {
  try {
    return busboy({ headers, preservePath: true, limits: { files, fields: 0 } });
  } catch {
    throw new NodeError("a file must come as multipart/form-data", 400);
  }
}

async function* limited(stream: Readable, most: number): AsyncGenerator<Uint8Array, void> {
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) throw tooMuch(`more than ${most} bytes`);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof NodeError ? error : brokenOff();
  }
}

function nameOf(filename: string | undefined): string {
  let name = filename ?? "";
  try {
    name = decodeURIComponent(name);
  } catch {} // then it is meant as it stands
  if (name.includes("/")) throw new NodeError("directories are not served by this node", 400);
  return name;
}

function tooMuch(what: string): NodeError {
  return new NodeError(`this node takes no upload of ${what}`, 413);
}

function brokenOff(): NodeError {
  return new NodeError("the upload broke off", 400);
}
