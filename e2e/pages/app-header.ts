import { expect, type Locator, type Page } from "@playwright/test";

/** The header of every page. */
export class AppHeader {
  readonly bar: Locator;
  /** How far Gatebook has read, in a line; opens `coverage`. */
  readonly coverageButton: Locator;
  readonly coverage: Locator;
  readonly settingsButton: Locator;
  /** What the button of the settings opens. */
  readonly colours: Locator;

  constructor(page: Page) {
    this.bar = page.getByRole("banner");
    this.coverageButton = this.bar.getByRole("button", { name: /^What was read: / });
    this.settingsButton = this.bar.getByRole("button", { name: /^Settings/ });
    this.colours = page.getByRole("group", { name: "Colours" });
    this.coverage = page.getByRole("region", { name: "What was read" });
  }

  /** Also where the page's scripts are still on their way: until then a press opens nothing. */
  async openSettings(): Promise<void> {
    await expect(async () => {
      if (!(await this.colours.isVisible())) await this.settingsButton.click();
      await expect(this.colours).toBeVisible({ timeout: 2_000 });
    }).toPass();
  }
}
