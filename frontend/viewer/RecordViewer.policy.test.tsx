import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showOnPage } from "#test/support/showOnPage.tsx";
import { smallPdf } from "#test/support/smallPdf.ts";

/** What the app's own pages say of scripts; nothing on this page is undone by it, since the browser only ever adds rules. */
const policy =
  "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; object-src 'none'; style-src-attr 'none'; img-src 'self' blob:; " +
  "require-trusted-types-for 'script'; trusted-types ownchart";

const violations: string[] = [];
const note = ({ violatedDirective, sample }: SecurityPolicyViolationEvent) =>
  void violations.push(`${violatedDirective} ${sample}`);

beforeAll(() => {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = policy;
  document.head.append(meta);
  document.addEventListener("securitypolicyviolation", note);
});
afterAll(() => document.removeEventListener("securitypolicyviolation", note));

async function shown(mediaType: string, bytes: Uint8Array<ArrayBuffer>): Promise<HTMLElement> {
  // Not before the policy holds: the app's own policy for markup and workers is made as this is loaded.
  const { RecordViewer } = await import("./RecordViewer.tsx");
  return showOnPage(<RecordViewer mediaType={mediaType} title="Letter" bytes={bytes} />);
}

describe("under the policy of the app's pages", () => {
  it("markup that did not pass the app's own policy is refused", async () => {
    expect(() => document.createElement("p").insertAdjacentHTML("beforeend", "<b>x</b>")).toThrow(TypeError);
    await expect.poll(() => violations.splice(0)).toHaveLength(1);
  });

  it("a narrative is shown", async () => {
    const div = "<div>As <b>told</b><script>globalThis.wasHarmed = true</script></div>";
    const record = JSON.stringify({ resourceType: "Composition", section: [{ title: "Course", text: { div } }] });
    const place = await shown("application/fhir+json", new TextEncoder().encode(record));
    expect(place.textContent).toContain("As told");
    expect(violations).toEqual([]);
  });

  it("a PDF is shown", async () => {
    const place = await shown("application/pdf", smallPdf(["Sheet of mine"]));
    await expect.poll(() => place.textContent, { timeout: 20_000 }).toContain("Sheet of mine");
    expect(violations).toEqual([]);
  });
});
