/** Writes the test vectors of all sealed formats, for us and for whoever reads them with other libraries. */
import { writeFile } from "node:fs/promises";
import { createVectors } from "./vectors/createVectors.ts";

const file = new URL("../core/sealing/vectors.json", import.meta.url);
const text = await createVectors();
await writeFile(file, text);
console.log(`written: core/sealing/vectors.json, ${Buffer.byteLength(text)} bytes`);
