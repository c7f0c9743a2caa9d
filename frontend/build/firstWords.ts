import type { Plugin } from "vite";
import { welcome } from "../words/welcome.ts";

/** What everybody reads first stands in the page itself, in the looks of WelcomeScreen, before any script has come. */
export const firstWords: Plugin = {
  name: "first-words",
  transformIndexHtml: {
    order: "pre",
    handler: (html) => html.replace("<!-- first words -->", markup),
  },
};

const markup = `<main class="mx-auto max-w-5xl px-4 py-12 sm:px-6">
  <div class="max-w-2xl pb-6">
    <h1 class="text-page font-semibold">${welcome.title}</h1>
    <p class="pt-2 text-lead text-quiet">${welcome.lead}</p>
  </div>
</main>`;
