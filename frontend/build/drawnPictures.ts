import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Plugin } from "vite";

const picture = /<img\s+class="([^"]*)"\s+data-drawn="([^"]+)"\s+alt="([^"]+)"\s*\/>/g;

/**
 * Puts drawings into the page itself, where they have its colours, light and dark: an `<img>` is a world of its own.
 * What was its alternative text names the drawing.
 */
export const drawnPictures: Plugin = {
  name: "drawn-pictures",
  transformIndexHtml: {
    order: "pre",
    async handler(html, { filename }) {
      const drawings = new Map<string, string>();
      for (const [, , path] of html.matchAll(picture)) {
        drawings.set(path!, (await readFile(resolve(dirname(filename), path!), "utf8")).trim());
      }
      return html.replace(picture, (_tag, classes: string, path: string, name: string) =>
        drawings.get(path)!.replace("<svg ", `<svg class="${classes}" role="img" aria-label="${name}" `),
      );
    },
  },
};
