import type { Locator, Page } from "@playwright/test";

/** The page of one attempt. */
export class AttemptPage {
  readonly page: Page;
  readonly sentence: Locator;
  readonly backLink: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sentence = page.getByRole("heading", { level: 1 });
    this.backLink = page.getByRole("navigation", { name: "Attempts" }).getByRole("link").first();
  }

  card(title: string): Locator {
    return this.page.getByRole("region", { name: title, exact: true });
  }
}
