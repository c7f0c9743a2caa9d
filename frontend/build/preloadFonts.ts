import type { Plugin } from "vite";

/** What every page's text is in. Fonts of other scripts load when a name needs them. */
const sans = /source-sans-3-latin-wght-normal-[^/]+\.woff2$/;
/** For headings. In the app it waits: scripts come first there. */
const serif = /source-serif-4-latin-wght-normal-[^/]+\.woff2$/;

/** Fonts are found while the page is read, and not only once its styles are. */
export const preloadFonts: Plugin = {
  name: "preload-fonts",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle = {}, path }) {
      const wanted = path.startsWith("/app/") ? [sans] : [sans, serif];
      const files = Object.keys(bundle).filter((file) => wanted.some((font) => font.test(file)));
      return files.toSorted().map((file) => ({
        tag: "link",
        attrs: { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2", crossorigin: "" },
        injectTo: "head",
      }));
    },
  },
};
