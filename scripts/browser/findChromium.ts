import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type Chromium, unpackedChromium } from "./unpackedChromium.ts";

/** In this order: on some systems `chromium-browser` only says where to get one. */
const programs = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];

export class NoChromiumError extends Error {
  override readonly name = "NoChromium";
}

/** Where the search looks; tests have it look elsewhere. */
export type Surroundings = {
  environment?: Readonly<Record<string, string | undefined>>;
  platform?: string;
  architecture?: string;
  isProgram?(path: string): Promise<boolean>;
  unpacked?(): Promise<Chromium>;
};

/** The Chromium that CHROME_PATH names, else one that is installed, else the one that npm brought for Linux on x64. */
export async function findChromium({
  environment = process.env,
  platform = process.platform,
  architecture = process.arch,
  isProgram = isExecutableFile,
  unpacked = unpackedChromium,
}: Surroundings = {}): Promise<Chromium> {
  const named = environment.CHROME_PATH;
  if (named) {
    if (await isProgram(named)) return { executablePath: named };
    throw new NoChromiumError(
      `CHROME_PATH says ${named}, but no program is there. Set it to a Chromium or Google Chrome, or leave it out.`,
    );
  }
  for (const path of usualPlaces(environment, platform)) {
    if (await isProgram(path)) return { executablePath: path };
  }
  if (platform === "linux" && architecture === "x64") return unpacked();
  throw new NoChromiumError(
    "No Chromium was found. Install Chromium or Google Chrome, or set CHROME_PATH to where its program is.",
  );
}

type Environment = NonNullable<Surroundings["environment"]>;

function usualPlaces(environment: Environment, platform: string): string[] {
  if (platform === "win32") return windowsPlaces(environment);
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  return platform === "darwin" ? [...macPlaces(environment), ...onPath] : onPath;
}

function windowsPlaces({ ProgramFiles, LOCALAPPDATA, "ProgramFiles(x86)": programFilesX86 }: Environment): string[] {
  return ["Google\\Chrome", "Chromium"].flatMap((name) =>
    [ProgramFiles, programFilesX86, LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => `${folder}\\${name}\\Application\\chrome.exe`),
  );
}

function macPlaces({ HOME = "" }: Environment): string[] {
  return ["Google Chrome", "Chromium"].flatMap((name) =>
    ["", HOME].map((folder) => `${folder}/Applications/${name}.app/Contents/MacOS/${name}`),
  );
}

async function isExecutableFile(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
