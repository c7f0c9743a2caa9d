import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Rolldown, build } from "vite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sharedWorker } from "./sharedWorker.ts";

const sources = {
  "app/index.html": '<!doctype html><script type="module" src="./main.ts"></script>',
  "app/main.ts": `
    import { shared } from "./shared.ts";
    import address from "./keeper.worker.ts?worker&url";
    shared(address);
    import("./screen.ts");`,
  "app/shared.ts": 'export const shared = (text: string) => console.log("said by both", text);',
  "app/screen.ts": 'import { onScreens } from "./onScreens.ts"; onScreens();',
  "app/onScreens.ts": 'export const onScreens = () => console.log("on a screen, and in the worker");',
  "app/keeper.worker.ts": `
    import { shared } from "./shared.ts";
    import { first } from "./first.ts";
    import { onScreens } from "./onScreens.ts";
    shared(first()); onScreens();
    import("./rare.ts");`,
  "app/first.ts": 'import { second } from "./second.ts"; export const first = () => second() + " from its start";',
  "app/second.ts": 'export const second = () => "in the worker";',
  "app/rare.ts": 'import { second } from "./second.ts"; console.log("rare", second());',
};

let folder: string;
let chunks: Rolldown.OutputChunk[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ownchart-worker-"));
  for (const [path, text] of Object.entries(sources)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const made = await build({
    root: folder,
    configFile: false,
    logLevel: "error",
    plugins: [sharedWorker()],
    build: { rolldownOptions: { input: { app: join(folder, "app/index.html") } } },
  });
  chunks = (made as Rolldown.RolldownOutput).output.filter((file) => file.type === "chunk");
});

afterAll(() => rm(folder, { recursive: true }));

const chunkOf = (module: string) => chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
const worker = () => chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/keeper.worker.ts"))!.fileName;
const fileOf = (module: string) => chunkOf(module)[0]!.fileName;

describe("a worker that shares its scripts with the page", () => {
  it("is in the build, and the page knows its address", () => {
    expect(chunkOf("main.ts")[0]!.code).toContain(`/${worker()}`);
  });

  it("has no copy of what the page has", () => {
    expect(chunks.filter(({ code }) => code.includes("said by both"))).toHaveLength(1);
    expect(chunks.filter(({ code }) => code.includes("on a screen, and in the worker"))).toHaveLength(1);
  });

  it("has what it alone needs from its start in one file, and nothing of a page's in there", () => {
    expect(fileOf("first.ts")).toBe(fileOf("second.ts"));
    expect(fileOf("first.ts")).not.toBe(fileOf("shared.ts"));
    expect(fileOf("first.ts")).not.toBe(fileOf("onScreens.ts"));
    expect(fileOf("rare.ts")).not.toBe(fileOf("first.ts"));
  });

  it("runs where there is no document, and loads what it needs later", async () => {
    const said: string[] = [];
    vi.spyOn(console, "log").mockImplementation((...words) => void said.push(words.join(" ")));
    await import(join(folder, "dist", worker()));
    await expect.poll(() => said).toContain("rare in the worker");
    vi.restoreAllMocks();
    expect(said).toContain("said by both in the worker from its start");
  });
});
