import type { Locator, Page } from "@playwright/test";

/** The list of attempts: how one reads and narrows it. */
export class AttemptsPage {
  readonly page: Page;
  readonly headline: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  readonly buckets: Locator;
  readonly activeFilters: Locator;

  constructor(page: Page) {
    this.page = page;
    this.headline = page.getByRole("heading", { level: 1 });
    // The first row is the head.
    this.rows = page.getByRole("table", { name: "Attempts, newest first" }).locator("tbody tr");
    this.search = page.getByRole("searchbox", { name: "Search attempts" });
    this.buckets = page.getByRole("toolbar", { name: /Attempts over time/ }).getByRole("button");
    this.activeFilters = page.getByRole("list", { name: "Active filters" });
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`/attempts${query}`);
    // The box of the rows is sized as soon as the page is alive.
    await this.page.locator("tbody[style]").waitFor();
  }

  facet(title: string): Locator {
    return this.page.getByRole("group", { name: title });
  }

  option(title: string, value: string | RegExp): Locator {
    return this.facet(title).getByRole("checkbox", { name: value });
  }

  /** The count beside a facet's value. */
  async countOf(title: string, value: string): Promise<number> {
    const label = this.facet(title).locator("label", { hasText: value });
    const text = await label.locator("span").last().textContent();
    return Number((text ?? "").replaceAll(",", ""));
  }

  async openRow(index: number): Promise<void> {
    await this.rows.nth(index).getByRole("link").click();
    await this.page.waitForURL(/\/attempts\/[^?]+/);
  }

  async pickRange(label: string): Promise<void> {
    await this.page.getByRole("button", { name: /Time range/ }).click();
    await this.page.getByRole("button", { name: label, exact: true }).click();
  }

  /** The query of the address bar. */
  get query(): string {
    return new URL(this.page.url()).search;
  }
}
