import { delimiter } from "node:path";
import { describe, expect, it } from "vitest";
import { NoChromiumError, type Surroundings, findChromium } from "./findChromium.ts";

const brought = { executablePath: "/brought/by/npm", env: { LD_LIBRARY_PATH: "/brought/lib" } };

/** A machine on which only these programs are. */
function machineWith(programs: string[], surroundings: Surroundings = {}): Surroundings {
  return {
    environment: { PATH: ["/usr/local/bin", "/usr/bin"].join(delimiter) },
    platform: "linux",
    architecture: "x64",
    isProgram: async (path) => programs.includes(path),
    unpacked: async () => brought,
    ...surroundings,
  };
}

describe("findChromium", () => {
  it("takes the one that CHROME_PATH names before all others", async () => {
    const environment = { CHROME_PATH: "/opt/mine", PATH: "/usr/bin" };
    const machine = machineWith(["/opt/mine", "/usr/bin/chromium"], { environment });
    expect(await findChromium(machine)).toEqual({ executablePath: "/opt/mine" });
  });

  it("refuses a CHROME_PATH where no program is, whatever else there is", async () => {
    const environment = { CHROME_PATH: "/nonexistent", PATH: "/usr/bin" };
    const refusal = findChromium(machineWith(["/usr/bin/chromium"], { environment }));
    await expect(refusal).rejects.toThrow(NoChromiumError);
    await expect(refusal).rejects.toThrow("CHROME_PATH says /nonexistent");
  });

  it("takes an empty CHROME_PATH as none", async () => {
    const environment = { CHROME_PATH: "", PATH: "/usr/bin" };
    const found = await findChromium(machineWith(["/usr/bin/chromium"], { environment }));
    expect(found.executablePath).toBe("/usr/bin/chromium");
  });

  it.each([
    ["/usr/local/bin/chromium", ["/usr/bin/google-chrome", "/usr/local/bin/chromium", "/usr/bin/chromium"]],
    ["/usr/bin/google-chrome", ["/usr/local/bin/chromium-browser", "/usr/bin/google-chrome"]],
    ["/usr/bin/chromium-browser", ["/usr/bin/chromium-browser"]],
  ])("takes %s of those installed on Linux: %s", async (executablePath, programs) => {
    expect(await findChromium(machineWith(programs))).toEqual({ executablePath });
  });

  it.each([
    ["darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ["darwin", "/Users/jo/Applications/Chromium.app/Contents/MacOS/Chromium"],
    ["darwin", "/opt/homebrew/bin/chromium"],
    ["win32", String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`],
    ["win32", String.raw`C:\Users\jo\AppData\Local\Chromium\Application\chrome.exe`],
  ])("finds on %s %s", async (platform, executablePath) => {
    const environment = {
      HOME: "/Users/jo",
      PATH: "/opt/homebrew/bin",
      ProgramFiles: String.raw`C:\Program Files`,
      LOCALAPPDATA: String.raw`C:\Users\jo\AppData\Local`,
    };
    expect(await findChromium(machineWith([executablePath], { environment, platform }))).toEqual({ executablePath });
  });

  it("falls back to the one that npm brought, with the libraries that it needs", async () => {
    expect(await findChromium(machineWith([]))).toEqual(brought);
  });

  it.each([
    ["linux", "arm64"],
    ["darwin", "x64"],
    ["win32", "x64"],
  ])("says how to get one where there is none: %s on %s", async (platform, architecture) => {
    const refusal = findChromium(machineWith([], { platform, architecture }));
    await expect(refusal).rejects.toThrow(NoChromiumError);
    await expect(refusal).rejects.toThrow("Install Chromium or Google Chrome, or set CHROME_PATH");
  });

  it("takes neither a folder nor a file that cannot be run for a program", async () => {
    for (const path of [import.meta.dirname, import.meta.filename]) {
      await expect(findChromium({ environment: { CHROME_PATH: path } })).rejects.toThrow(NoChromiumError);
    }
    const itself = await findChromium({ environment: { CHROME_PATH: process.execPath } });
    expect(itself.executablePath).toBe(process.execPath);
  });
});
