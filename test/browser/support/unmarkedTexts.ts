import type { Page } from "playwright";

/** What stands on a page, or is read out of it, outside the marks of the pseudo-locale. */
export async function unmarkedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        const named = ["aria-label", "aria-description", "alt", "placeholder", "title"];
        texts.push(...named.map((name) => node.getAttribute(name) ?? ""));
      } else if (!node.parentElement!.closest("script, style")) texts.push(node.textContent!);
    }
    const withoutMarked = (text: string): string => {
      const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, " ");
      return less === text ? text.trim() : withoutMarked(less);
    };
    const unmarked = texts.map((text) => withoutMarked(text));
    return [...new Set(unmarked.filter((text) => /\p{L}{2}/u.test(text)))];
  });
}
