import { describe, expect, it } from "vitest";
import { UntrustedScriptError, parseApart, trustedWorkerUrl } from "./trustedTypes.ts";

describe("what passes the page's one policy", () => {
  it.each([
    "https://evil.example/assets/worker.js",
    "//evil.example/worker.js",
    "data:text/javascript,postMessage(1)",
    "blob:https://evil.example/1",
    `blob:${location.origin}/1`,
    "javascript:alert(1)",
    "file:///etc/passwd",
  ])("is no worker from elsewhere: %s", (address) => {
    expect(() => trustedWorkerUrl(address)).toThrow(UntrustedScriptError);
  });

  it("is a worker of our own", () => {
    expect(String(trustedWorkerUrl("/assets/worker-abc123.js"))).toBe(`${location.origin}/assets/worker-abc123.js`);
  });

  it("is markup only as a document that no window shows", () => {
    const document = parseApart("<script>globalThis.wasHarmed = true</script><p>Text</p>");
    expect(document.defaultView).toBeNull();
    expect(document.body.textContent).toContain("Text");
    expect("wasHarmed" in globalThis).toBe(false);
  });
});
