/**
 * The page runs under `require-trusted-types-for 'script'; trusted-types ownchart`: markup and worker addresses pass here
 * or nowhere. Markup that came in never leaves this file but as a document without a page, in which nothing runs or loads.
 */
export class UntrustedScriptError extends Error {
  override readonly name = "UntrustedScript";
}

type Rules = { createHTML(markup: string): string; createScriptURL(address: string): string };
type PolicyFactory = { createPolicy(name: string, rules: Rules): Rules };

const rules: Rules = { createHTML: (markup) => markup, createScriptURL: workerAddress };

/** Browsers without Trusted Types follow the same rules, only that nothing enforces that they are asked. */
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory === undefined ? rules : factory.createPolicy("ownchart", rules);

/** Markup as a document apart: scripts in it do not run, pictures are not fetched, forms go nowhere. */
export function parseApart(markup: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(markup), "text/html");
}

/** The address of a worker that came with the app, for `new Worker`. */
export function trustedWorkerUrl(address: string): string {
  return policy.createScriptURL(address);
}

/** Where the build puts scripts; while developing they come from where their sources are. */
const builtScript = /^\/assets\/[\w.-]+\.m?js$/;

function workerAddress(address: string): string {
  const { origin, pathname, href, search } = new URL(address, location.href);
  const isOurs = origin === location.origin && /^https?:/.test(href);
  const isBuilt = builtScript.test(pathname) && search === "";
  if (!isOurs || !(isBuilt || import.meta.env.DEV)) throw new UntrustedScriptError("No worker of this app is there.");
  return href;
}
