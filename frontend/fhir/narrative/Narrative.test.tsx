import { describe, expect, it } from "vitest";
import { showOnPage } from "#test/support/showOnPage.tsx";
import { Narrative } from "./Narrative.tsx";

const shown = (div: string) => showOnPage(<Narrative div={div} />);

/** Everything that runs, loads, submits or paints outside of its place. */
const forbidden =
  "script, style, link, meta, base, iframe, frame, object, embed, svg, math, img, picture, source, video, audio, form, " +
  "input, button, textarea, select, template, noscript, canvas, [style], [class*=hostile], [id], [name], [onload], " +
  "[onerror], [onclick], [src], [srcset], [action], [formaction], [background], a:not([href^='https:'])";

const hostile = [
  "<script>globalThis.wasHarmed = true</script>",
  "<scr<script>ipt>globalThis.wasHarmed = true</scr</script>ipt>",
  '<img src=x onerror="globalThis.wasHarmed = true">',
  '<img src="https://evil.example/pixel.png" alt="A picture">',
  '<p onclick="globalThis.wasHarmed = true" style="position:fixed;inset:0" class="hostile" id="app">Text</p>',
  '<a href="javascript:globalThis.wasHarmed=true">Text</a>',
  '<a href=" java&#10;script:globalThis.wasHarmed=true">Text</a>',
  '<a href="data:text/html,<script>globalThis.wasHarmed=true</script>">Text</a>',
  '<a href="//evil.example">Text</a>',
  '<svg onload="globalThis.wasHarmed = true"><script>globalThis.wasHarmed = true</script><a href="javascript:x">T</a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=globalThis.wasHarmed=true&gt;">',
  "<style>* { display: none }</style>",
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/a.css">',
  '<form action="https://evil.example"><form><input name="a"><button formaction="javascript:x">Send</button></form></form>',
  '<iframe srcdoc="<script>parent.wasHarmed = true</script>"></iframe>',
  '<object data="data:text/html,x"></object><embed src="javascript:x">',
  '<noscript><p title="</noscript><img src=x onerror=globalThis.wasHarmed=true>">',
  "<template><script>globalThis.wasHarmed = true</script></template>",
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><div>&b;&b;&b;</div>',
  "<div><![CDATA[<script>globalThis.wasHarmed = true</script>]]></div>",
  '<table background="javascript:x"><tr><td background="x" colspan="99999999" rowspan="-1">Text</td></tr></table>',
  '<input autofocus onfocus="globalThis.wasHarmed = true">',
  '<details open ontoggle="globalThis.wasHarmed = true"><summary>Text</summary></details>',
];

describe("a narrative", () => {
  it.each(hostile)("shows nothing that runs, loads or leaves its place: %s", async (div) => {
    const place = shown(`<div xmlns="http://www.w3.org/1999/xhtml">${div}<p>Last words</p></div>`);
    expect([...place.querySelectorAll(forbidden)].map(({ outerHTML }) => outerHTML)).toEqual([]);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect("wasHarmed" in globalThis).toBe(false);
    expect(performance.getEntriesByType("resource").filter(({ name }) => name.includes("evil.example"))).toEqual([]);
  });

  it.each(["script", "style", "template", "noscript", "title", "svg", "textarea", "select"])(
    "does not say aloud what stands in <%s>",
    (name) => {
      expect(shown(`<div><p>Before</p><${name}>machinery</${name}><p>After</p></div>`).textContent).toBe("BeforeAfter");
    },
  );

  it("says what stands in elements that may not be here but say something", () => {
    expect(shown("<div><form><center>Take <font>one</font></center></form></div>").textContent).toBe("Take one");
  });

  it("keeps what FHIR permits: paragraphs, lists, tables, emphasis", () => {
    const place = shown(
      "<div><h1>Plan</h1><p>Take <b>one</b> tablet.<br/>Then rest.</p><ul><li>First</li></ul>" +
        '<table><tbody><tr><th colspan="2">Name</th></tr><tr><td>a</td><td>b</td></tr></tbody></table></div>',
    );
    expect(place.querySelector("b")!.textContent).toBe("one");
    expect(place.querySelector("li")!.textContent).toBe("First");
    expect(place.querySelector("th")!.colSpan).toBe(2);
    expect(place.querySelectorAll("td")).toHaveLength(2);
    expect(place.querySelector("h1")).toBeNull();
    expect(place.textContent).toContain("Plan");
  });

  it("links to the open web alone, and tells nobody where the reader came from", () => {
    const place = shown(
      '<div><a href="https://example.org/a">Leaflet</a> and <a href="mailto:a@example.org">mail</a></div>',
    );
    const links = [...place.querySelectorAll("a")];
    expect(links.map(({ href, rel, target }) => ({ href, rel, target }))).toEqual([
      { href: "https://example.org/a", rel: "noreferrer", target: "_blank" },
    ]);
    expect(place.textContent).toBe("Leaflet and mail (mailto:a@example.org)");
  });

  it("says what a picture would have shown, and fetches none", () => {
    expect(shown('<div><img src="https://evil.example/x.png" alt="The left knee"/></div>').textContent).toBe(
      "The left knee",
    );
  });

  it("ends where it is too long or too deep, and says so", () => {
    for (const div of [`<p>${"x".repeat(1_000_000)}</p>`, "<p>a</p>".repeat(20_000), "<div>".repeat(5_000)]) {
      const place = shown(div);
      expect(place.querySelectorAll("*").length).toBeLessThan(5_100);
      expect(place.textContent).toContain("longer than can be shown");
    }
  });

  it("may be empty", () => {
    expect(shown("").textContent).toBe("");
    expect(shown("<div/>").textContent).toBe("");
  });
});
