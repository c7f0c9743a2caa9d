import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBuild } from "../app/readBuild.ts";
import { isOver, weightLine } from "../budget/Weight.ts";
import { weighApp } from "../budget/weighApp.ts";
import { type BuiltApp, buildApp } from "./buildApp.ts";
import { hashesOf } from "./hashesOf.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const sources = ["frontend", "core", "client", "ipfs", "scripts", "package.json", "tsconfig.json"];

let folder: string;
let built: BuiltApp;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "ownchart-build-")));
  built = await buildApp(join(folder, "here"));
});

afterAll(() => rm(folder, { recursive: true }));

/** The same sources elsewhere, by another process, at another hour of another day somewhere else. */
async function builtElsewhere(): Promise<string> {
  const copy = join(folder, "a/deeper folder/with another name");
  await mkdir(copy, { recursive: true });
  for (const path of sources) await cp(join(project, path), join(copy, path), { recursive: true });
  await symlink(join(project, "node_modules"), join(copy, "node_modules"));
  const environment = { PATH: process.env.PATH, HOME: folder, TZ: "Pacific/Kiritimati", LANG: "hi_IN.UTF-8" };
  const options = { cwd: copy, env: environment };
  await promisify(execFile)(process.execPath, [join(copy, "scripts/buildApp.ts")], options);
  return join(copy, "dist");
}

describe("the build of the app", () => {
  it("is the same byte by byte wherever and whenever it is made", async () => {
    expect(await hashesOf(await builtElsewhere())).toEqual(await hashesOf(join(folder, "here")));
  });

  it("names no folder of the machine that made it", async () => {
    const { files } = await hashesOf(join(folder, "here"));
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(["404.html", "app/index.html", "index.html"]));
    for (const { path } of files) {
      const bytes = await readFile(join(folder, "here", path));
      for (const place of [project, folder, "node_modules/"])
        expect(`${path} ${bytes.indexOf(place)}`).toBe(`${path} -1`);
    }
  });

  it("has WebAssembly in files of its own: as text in a script it would be a third larger", async () => {
    const scripts = built.filter((file) => file.type === "chunk");
    expect(scripts.filter(({ code }) => code.includes("AGFzbQ")).map(({ fileName }) => fileName)).toEqual([]);
    const modules = [...(await readBuild(join(folder, "here")))].filter(([, file]) => file.mediaType.endsWith("wasm"));
    expect(modules.map(([path]) => path)).toEqual(
      expect.arrayContaining([expect.stringMatching(/\/libsodium-[^.]+\.wasm$/)]),
    );
    for (const [path, file] of modules) {
      const bytes = await file.bytesAs(undefined);
      expect(WebAssembly.validate(bytes), path).toBe(true);
    }
  });

  it("holds no file whose kind the server does not know: a browser would refuse it", async () => {
    const unknown = [...(await readBuild(join(folder, "here")))].filter(([, file]) =>
      file.mediaType.endsWith("octet-stream"),
    );
    expect(unknown.map(([path]) => path)).toEqual([]);
  });

  it("is within its budget", () => {
    expect(weighApp(built).filter(isOver).map(weightLine)).toEqual([]);
  });

  it.each([
    ["index.html", 2],
    ["404.html", 2],
    ["app/index.html", 1],
  ])("%s keeps the policy without any server's help", async (page, fonts) => {
    const text = await readFile(join(folder, "here", page), "utf8");
    const policy = text.indexOf('http-equiv="Content-Security-Policy"');
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(text.search(/<(script|link)/));
    expect(text).not.toMatch(/<script(?![^>]* src=)|<style| on\w+=|(src|href)="(https?:)?\/\//);
    expect(text.match(/<link rel="preload" href="[^"]+\.woff2"/g)).toHaveLength(fonts);
  });
});
