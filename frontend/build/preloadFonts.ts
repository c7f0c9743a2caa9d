import type { Plugin } from "vite";

/** The two that every page begins with; those of other scripts load when a name needs them. */
const latin = /source-(sans-3|serif-4)-latin-wght-normal-[^/]+\.woff2$/;

/** Fonts are found while the page is read, and not only once its styles are. */
export const preloadFonts: Plugin = {
  name: "preload-fonts",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => latin.test(file))
        .toSorted()
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2", crossorigin: "" },
          injectTo: "head",
        })),
  },
};
