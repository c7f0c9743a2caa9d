import type { Plugin } from "vite";
import { contentSecurityPolicy } from "./contentSecurityPolicy.ts";

/** One build serves every chain, so it cannot know whom the app will ask; only a server's header can say. */
const anywhereSafe = ["https:", "http://localhost:*", "http://127.0.0.1:*"];

/** A host that sets no headers still serves pages that keep the policy. The development server needs scripts inline. */
export const policyInPage: Plugin = {
  name: "policy-in-page",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy(anywhereSafe) },
      injectTo: "head-prepend",
    },
  ],
};
