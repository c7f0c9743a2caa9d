/**
 * What the pages may load and whom they may ask. Scripts come from here alone and no string becomes code, except that
 * libsodium compiles its WebAssembly. Styles come from here alone too: what is placed by the page itself, such as a PDF's
 * text and the rows of a long list, is placed through the style of an element, which is no text and needs no permission.
 * Pictures of a chart are shown from memory: `blob:` and `data:`. That also suffices for pdf.js, which hands fonts over as
 * bytes and runs in a worker from here.
 */
export function contentSecurityPolicy(connectSources: readonly string[]): string {
  const directives = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' blob: data:",
    "font-src": "'self'",
    "connect-src": ["'self'", ...connectSources].join(" "),
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "ownchart",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
