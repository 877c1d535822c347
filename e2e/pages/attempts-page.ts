import { expect, type Locator, type Page } from "@playwright/test";

const WIDE_PX = 1_100;

/** The list of attempts: how one reads and narrows it. */
export class AttemptsPage {
  readonly page: Page;
  readonly headline: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  /** What is suggested below the search. */
  readonly suggestions: Locator;
  readonly buckets: Locator;
  readonly activeFilters: Locator;
  /** Where in the list one is. */
  readonly place: Locator;
  readonly placeholders: Locator;
  /** One attempt, beside the list. */
  readonly sheet: Locator;

  constructor(page: Page) {
    this.page = page;
    this.headline = page.getByRole("heading", { level: 1 });
    // The first row is the head.
    this.rows = page.getByRole("table", { name: "Attempts, newest first" }).locator("tbody tr");
    this.search = page.getByRole("combobox", { name: "Search attempts" });
    this.suggestions = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
    this.buckets = page.getByRole("toolbar", { name: /Attempts over time/ }).getByRole("button");
    this.activeFilters = page.getByRole("list", { name: "Active filters" });
    this.place = page.getByText(/^Row [\d,]+ of/);
    this.sheet = page.getByRole("region", { name: "Attempt beside the list" });
    this.placeholders = this.rows.filter({ hasText: "Loading row" });
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`/attempts${query}`);
    await this.waitUntilAlive();
  }

  /** The box of the rows is sized as soon as the page is. */
  async waitUntilAlive(): Promise<void> {
    await this.page.locator("tbody[style]").waitFor();
  }

  /** Counted from 0. */
  row(index: number): Locator {
    return this.page.locator(`tbody tr[aria-rowindex="${index + 2}"]`);
  }

  async total(): Promise<number> {
    return Number(await this.page.getByRole("table", { name: /Attempts/ }).getAttribute("aria-rowcount")) - 1;
  }

  /** The first row that is whole in sight, counted from 0. */
  async topRow(): Promise<number> {
    const [, row = ""] = /^Row ([\d,]+) of/.exec((await this.place.textContent()) ?? "") ?? [];
    return Number(row.replaceAll(",", "")) - 1;
  }

  /** The same, once the address tells it: from then on "back", a reload and a link lead there. */
  async keptTopRow(): Promise<number> {
    const told = () => Date.parse(new URL(this.page.url()).searchParams.get("at") ?? "");
    const shown = async () =>
      Date.parse((await this.place.locator("time").getAttribute("datetime", { timeout: 1_000 })) ?? "");
    await expect(async () => expect(told()).toBe(await shown())).toPass();
    return this.topRow();
  }

  /** Where a drag of the scroll bar's thumb leads: 0 is the top of the page, 1 its end. */
  async dragThumb(share: number): Promise<void> {
    await this.page.evaluate((to) => {
      const { scrollHeight, clientHeight } = document.documentElement;
      window.scrollTo({ top: to * (scrollHeight - clientHeight) });
    }, share);
  }

  /** The key comes before the browser tells the page that it was scrolled. */
  async dragThumbAndPress(share: number, key: string): Promise<void> {
    await this.page.evaluate(
      ([to, pressed]) => {
        const { scrollHeight, clientHeight } = document.documentElement;
        window.scrollTo({ top: to * (scrollHeight - clientHeight) });
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true }));
      },
      [share, key] as const,
    );
  }

  /** By what it says. */
  bucket(words: RegExp): Locator {
    return this.page
      .getByRole("toolbar", { name: /Attempts over time/ })
      .getByRole("button", { name: words });
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

  /** The page of a row's attempt: by way of the sheet, where there is room for one. */
  async openRow(index: number): Promise<void> {
    await this.rows.nth(index).getByRole("link").click();
    if ((this.page.viewportSize()?.width ?? 0) >= WIDE_PX)
      await this.sheet.getByRole("link", { name: "Open as a page" }).click();
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
