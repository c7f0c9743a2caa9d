import { glob, readFile } from "node:fs/promises";
import { expect } from "chai";

const root = new URL("../../../", import.meta.url);

async function textsOf(pattern: string): Promise<string[]> {
  const paths = await Array.fromAsync(glob(pattern, { cwd: root }));
  return Promise.all(paths.map((path) => readFile(new URL(path, root), "utf8")));
}

describe("Custom errors", () => {
  it("are each expected by name in some test", async () => {
    const interfaces = (await textsOf("contracts/interfaces/*.sol")).join("\n");
    const tests = (await textsOf("test/contracts/**/*.ts")).join("\n");
    const declared = [...interfaces.matchAll(/^ *error (\w+)\(/gm)].map(([, name]) => name!);
    expect(declared).not.to.have.length(0);
    expect(declared.filter((name) => !tests.includes(`"${name}"`))).to.deep.equal([]);
  });
});
