import type { Locator, Page } from "@playwright/test";

/** The header of every page. */
export class AppHeader {
  readonly bar: Locator;
  /** How far Gatebook has read, in a line; opens `coverage`. */
  readonly coverageButton: Locator;
  readonly coverage: Locator;
  readonly settingsButton: Locator;

  constructor(page: Page) {
    this.bar = page.getByRole("banner");
    this.coverageButton = this.bar.getByRole("button", { name: /^What was read: / });
    this.settingsButton = this.bar.getByRole("button", { name: /^Settings/ });
    this.coverage = page.getByRole("region", { name: "What was read" });
  }
}
