import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Rolldown, build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BuiltApp } from "../build/buildApp.ts";
import { kilobyte } from "./pages.ts";
import { type Weight, isOver, weightLine } from "./Weight.ts";
import { weighApp } from "./weighApp.ts";

/** A module that nothing compresses. */
const moduleOf = (kilobytes: number) =>
  `globalThis.heavy = "${randomBytes((kilobytes * kilobyte * 3) / 4).toString("base64")}"; export default 1;`;

const sources = {
  "frontend/index.html": "<!doctype html><title>No script</title>",
  "frontend/app/index.html": '<!doctype html><script type="module" src="./main.js"></script>',
  "frontend/app/main.js": `
    import shared from "./shared.js";
    import keeper from "./keeper.js?worker&url";
    console.log(shared, keeper);
    import("./screen.js");
    import("./viewer.js");`,
  "frontend/app/shared.js": moduleOf(20),
  "frontend/app/keeper.js": 'import "./shared.js"; import("./rare.js");',
  "frontend/app/rare.js": moduleOf(50),
  "frontend/app/screen.js": `import "./shared.js"; ${moduleOf(30)}`,
  "frontend/app/viewer.js": `import worker from "./reader.js?worker&url"; import "./shared.js"; console.log(worker); ${moduleOf(40)}`,
  "frontend/app/reader.js": moduleOf(60),
};

let folder: string;
let built: BuiltApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ownchart-budget-"));
  for (const [path, text] of Object.entries(sources)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const root = join(folder, "frontend");
  const input = { landing: join(root, "index.html"), app: join(root, "app/index.html") };
  const made = await build({
    root,
    configFile: false,
    logLevel: "error",
    worker: { format: "es" },
    build: { write: false, rolldownOptions: { input } },
  });
  built = (made as Rolldown.RolldownOutput).output;
});

afterAll(() => rm(folder, { recursive: true }));

const page = { title: "App", page: "frontend/app/index.html", most: 270 * kilobyte };

/** Base64 compresses to three quarters. */
function expectAbout(weight: Weight | undefined, kilobytes: number) {
  expect(weight!.bytes / kilobyte).toBeGreaterThan(kilobytes * 0.74);
  expect(weight!.bytes / kilobyte).toBeLessThan(kilobytes * 0.77 + 2);
}

describe("what the app weighs", () => {
  it("is nothing for a page without scripts", () => {
    const [landing] = weighApp(built, [{ title: "Landing page", page: "frontend/index.html", most: 0 }]);
    expect(landing).toEqual({ title: "Landing page", bytes: 0, most: 0 });
  });

  it("counts what is imported at once, with the first screen where that is apart", () => {
    expectAbout(weighApp(built, [page])[0], 20);
    expectAbout(weighApp(built, [{ ...page, screen: "app/screen.js" }])[0], 50);
  });

  it("counts the workers that start at once apart, without what they load later", () => {
    expectAbout(
      weighApp(built, [page]).find(({ title }) => title.startsWith("Workers")),
      20,
    );
  });

  it("says what is loaded when it is used, with its workers, without what is there already", () => {
    const weights = weighApp(built, [{ ...page, screen: "app/screen.js" }]);
    expectAbout(
      weights.find(({ title }) => title.startsWith("viewer")),
      100,
    );
    expect(weights.map(({ title }) => title)).not.toContain("screen, when it is used");
  });

  it("refuses to weigh a screen that is nowhere", () => {
    expect(() => weighApp(built, [{ ...page, screen: "app/gone.js" }])).toThrow("does not hold app/gone.js");
  });

  it("is over its budget by a single byte", () => {
    const weight = { title: "App", bytes: 1001, most: kilobyte };
    expect([isOver(weight), isOver({ ...weight, bytes: 1000 }), isOver({ title: "App", bytes: 1001 })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(weightLine(weight)).toBe("    1.0 KB  App: OVER 1 KB");
    expect(weightLine({ title: "viewer", bytes: 12_340 })).toBe("   12.3 KB  viewer");
  });
});
