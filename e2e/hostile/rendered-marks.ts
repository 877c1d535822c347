import type { Page } from "@playwright/test";
import { MARK } from "@/lib/testing/hostile/create-hostile-values";

/** The marks of what the page shows, in text or attributes; scripts' own text does not count. */
export async function renderedMarks(page: Page): Promise<string[]> {
  const html = await page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const script of body.querySelectorAll("script, template")) script.remove();
    return body.outerHTML;
  });
  return [...new Set(html.match(MARK) ?? [])];
}

/** By how much the page is wider than its window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
