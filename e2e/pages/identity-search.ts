import { expect, type Locator, type Page } from "@playwright/test";

/** The search in the header of every page. */
export class IdentitySearch {
  readonly page: Page;
  readonly box: Locator;
  readonly options: Locator;

  constructor(page: Page) {
    this.page = page;
    this.box = page.getByRole("combobox", { name: "Find a person, role, key or log line" });
    this.options = page.getByRole("listbox", { name: "What it may be" }).getByRole("option");
  }

  /** As one does who has it in the clipboard: Ctrl K, Ctrl V. */
  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await this.page.keyboard.press("Control+k");
    await expect(this.box).toBeFocused();
    await this.page.keyboard.press("Control+v");
  }
}
