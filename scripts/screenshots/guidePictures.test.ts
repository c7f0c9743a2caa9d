import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { screens } from "../../test/browser/support/screens.ts";
import { guidePictures, pictureFolder } from "./guidePictures.ts";

test("every picture of the guide is of a screen and is there, and none is left over", async () => {
  const pictures = await guidePictures();
  const known = new Set(screens.map(({ name }) => name));
  expect(pictures.filter(({ screen }) => !known.has(screen))).toEqual([]);
  const names = pictures.map(({ screen, size }) => `${screen}-${size}.png`);
  expect(names.toSorted()).toEqual((await readdir(pictureFolder)).toSorted());
});
