/**
 * What FHIR permits in a narrative, and as what it is shown. Headings become paragraphs: the page has its own, and a
 * stranger's would put them out of order for those who listen to them.
 */
export const narrativeElements: ReadonlyMap<string, string> = new Map([
  ...(
    "p div span br ul ol li dl dt dd table caption thead tbody tfoot tr th td b i em strong small sub sup pre code samp " +
    "kbd var cite q blockquote abbr address dfn hr ins del a"
  )
    .split(" ")
    .map((name) => [name, name] as const),
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, "p"] as const),
  ["tt", "code"],
  ["acronym", "abbr"],
]);

/** What is never said aloud, so that leaving out the element alone would show its machinery. */
export const skippedElements: ReadonlySet<string> = new Set(
  "script style template noscript iframe frame frameset object embed applet audio video canvas head title meta link base select textarea input option datalist".split(
    " ",
  ),
);
