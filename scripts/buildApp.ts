/** Builds the app into dist/, or into the folder that is named. With --hashes it tells what came out, to compare. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { appFolder } from "./build/appFolder.ts";
import { buildApp } from "./build/buildApp.ts";
import { hashesOf } from "./build/hashesOf.ts";

const { values, positionals } = parseArgs({ options: { hashes: { type: "boolean" } }, allowPositionals: true });
const folder = positionals[0] === undefined ? appFolder : resolve(positionals[0]);
await buildApp(folder);

if (values.hashes) {
  const { files, all } = await hashesOf(folder);
  for (const { path, hash } of files) console.log(`${hash}  ${path}`);
  console.log(`${all}  all of it`);
}
