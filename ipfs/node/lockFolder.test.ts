import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockFolder } from "./lockFolder.ts";

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "ownchart-lock-"))));
afterEach(() => rm(folder, { recursive: true }));

const inUse = { name: "FolderInUse" };

/** Another process that locks the folder and keeps it so. */
async function lockedElsewhere() {
  const source = new URL("lockFolder.ts", import.meta.url).href;
  const script = `import { lockFolder } from ${JSON.stringify(source)};
    try { lockFolder(${JSON.stringify(folder)}); console.log("locked"); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.name); }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const [said] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  return { said: said.trim(), kill: () => (child.kill("SIGKILL"), ended) };
}

describe("a folder that is locked", () => {
  test("is refused to everybody else until it is given back", async () => {
    const unlock = lockFolder(folder);
    expect((await lockedElsewhere()).said).toBe("FolderInUse");
    unlock();
    const other = await lockedElsewhere();
    expect(other.said).toBe("locked");
    await other.kill();
  });

  test("is refused to the same process too", () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining(inUse));
    unlock();
    lockFolder(folder)();
  });

  test("is free again once whoever locked it was killed, whoever has its process id by then", async () => {
    const other = await lockedElsewhere();
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining(inUse));
    await other.kill();
    await writeFile(join(folder, "lock"), String(process.ppid)); // as earlier versions would have left it
    lockFolder(folder)();
  });

  test("stays so while others try, and none of them harms it", async () => {
    const unlock = lockFolder(folder);
    const others = await Promise.all(Array.from({ length: 4 }, lockedElsewhere));
    expect(others.map(({ said }) => said)).toEqual(Array(4).fill("FolderInUse"));
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining(inUse));
    unlock();
  });

  test("after a kill is given to one alone of several who come at once", async () => {
    await (await lockedElsewhere()).kill();
    const others = await Promise.all(Array.from({ length: 4 }, lockedElsewhere));
    expect(others.filter(({ said }) => said === "locked")).toHaveLength(1);
    await Promise.all(others.map(({ kill }) => kill()));
  });
});

test("what is no folder is no folder in use", () => {
  expect(() => lockFolder(join(folder, "absent"))).toThrow(/unable to open/);
});
