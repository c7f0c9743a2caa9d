/** The page's one Trusted Types policy: scripts come from our own build or not at all. */
type Policy = { createScriptURL(url: string): string };

const rules: Policy = {
  createScriptURL(url) {
    const { origin } = new URL(url, location.href);
    if (origin !== location.origin) throw new TypeError("Scripts come from this page's own origin alone.");
    return url;
  },
};

type TrustedTypes = { createPolicy(name: string, rules: Policy): Policy };

/** Browsers without Trusted Types get the same rules. */
export const ownchartPolicy: Policy =
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy("ownchart", rules) ?? rules;
