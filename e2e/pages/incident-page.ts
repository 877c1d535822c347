import type { Locator, Page } from "@playwright/test";

/** The page of one incident, and the ways to it. */
export class IncidentPage {
  readonly page: Page;
  readonly title: Locator;
  readonly timeline: Locator;
  /** What came of the last change. */
  readonly said: Locator;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole("heading", { level: 1 });
    this.timeline = page.getByRole("article").getByRole("list").getByRole("listitem");
    this.said = page.getByRole("article").getByRole("status");
  }

  /** Begins an incident from the list of them. */
  async begin(title: string): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Incidents" })
      .click();
    await this.page.getByLabel("Title of a new incident").fill(title);
    await this.page.keyboard.press("Enter");
    await this.title.getByText(title).waitFor();
  }

  press(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }
}
