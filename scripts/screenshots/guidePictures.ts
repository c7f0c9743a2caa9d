import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

export const guideFolder = "docs/guide";
export const pictureFolder = join(guideFolder, "pictures");

export type GuidePicture = { screen: string; size: string };

/** The pictures that the guide shows: each is named after a screen, and how large its window is. */
export async function guidePictures(): Promise<GuidePicture[]> {
  const pages = (await readdir(guideFolder)).filter((name) => name.endsWith(".md"));
  const texts = await Promise.all(pages.map((name) => readFile(join(guideFolder, name), "utf8")));
  const links = texts.join("\n").matchAll(/\]\(pictures\/([\w-]+)-(phone|desk)\.png\)/g);
  return Array.from(links, ([, screen, size]) => ({ screen: screen!, size: size! }));
}
