import type { Plugin } from "vite";

const library = /\/(libsodium(?:-sumo)?)\/dist\/[\w-]+\/\1\.mjs$/;
/** A function that reads text, and the text: it begins with the four bytes that every WebAssembly begins with. */
const decoding = /(?<=\?\?=)\(\w+=>\{for\((?:(?!\?\?=).)*?\}\)\("(AGFzbQ[A-Za-z0-9+/=]{100000,})"\)/;

/**
 * libsodium carries its WebAssembly as text within its script, which makes it a third larger on the way and has it decoded
 * letter by letter at each start. Here it is a file of its own, which the same script waits for.
 */
export const wasmApart: Plugin = {
  name: "wasm-apart",
  apply: "build",
  transform(code, id) {
    const [, name] = library.exec(id) ?? [];
    if (name === undefined) return null;
    const [, text] = decoding.exec(code) ?? [];
    if (text === undefined) throw new Error(`This ${name} is made in another way than wasm-apart knows.`);
    const file = this.emitFile({ type: "asset", name: `${name}.wasm`, source: Buffer.from(text, "base64") });
    const fetched = `new Uint8Array(await (await fetch(import.meta.ROLLUP_FILE_URL_${file})).arrayBuffer())`;
    return code.replace(decoding, fetched);
  },
};
