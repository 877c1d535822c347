import type { Locator, Page } from "@playwright/test";

/** The panel of saved views over the list of attempts. */
export class SavedViews {
  readonly button: Locator;
  readonly panel: Locator;
  readonly name: Locator;
  /** What came of the last change. */
  readonly said: Locator;

  constructor(page: Page) {
    this.button = page.getByRole("button", { name: "Views", exact: true });
    this.panel = page.getByRole("region", { name: "Saved views" });
    this.name = this.panel.getByLabel("Name of this view");
    this.said = this.panel.getByRole("status");
  }

  /** Opens the panel, and waits for the list. */
  async open(): Promise<void> {
    await this.button.click();
    await this.name.waitFor();
    await this.panel.getByText("Reading saved views …").waitFor({ state: "hidden" });
  }

  link(name: string): Locator {
    return this.panel.getByRole("link", { name, exact: true });
  }

  press(name: string): Locator {
    return this.panel.getByRole("button", { name, exact: true });
  }
}
