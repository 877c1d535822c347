import type { Page } from "@playwright/test";
import { MARK } from "@/lib/testing/hostile/create-hostile-values";

/** What a page shows of what callers chose. */
export interface Rendered {
  /** The marks of it, in text or attributes; scripts' own text does not count. */
  readonly marks: readonly string[];
  /** Characters that turn the text around them or cannot be seen, and stand in it as they are. */
  readonly unseen: readonly string[];
  /** By how much the page is wider than its window. */
  readonly overhang: number;
}

const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?<=[\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]/gu;

export async function readRendered(page: Page): Promise<Rendered> {
  const { html, text, overhang } = await page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const hidden of body.querySelectorAll("script, template, textarea")) hidden.remove();
    const { scrollWidth } = document.documentElement;
    return { html: body.outerHTML, text: body.textContent ?? "", overhang: scrollWidth - window.innerWidth };
  });
  const unseen = [...text.matchAll(UNSEEN)].map(({ index }) =>
    JSON.stringify(text.slice(index - 20, index + 9)),
  );
  return { marks: [...new Set(html.match(MARK) ?? [])], unseen, overhang };
}
