import type { Locator, Page } from "@playwright/test";

/** The dialog in which a view is shared. */
export class ShareDialog {
  readonly dialog: Locator;
  readonly preview: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Share" });
    this.preview = this.dialog.getByRole("region", { name: "This is what they will see" });
  }

  /** Shares so that anyone with the link can open it for a week; gives the link. */
  async shareForAnyone(level: string): Promise<string> {
    await this.dialog.getByRole("checkbox", { name: /^Anyone with the link/ }).check();
    await this.dialog.getByRole("combobox", { name: "How long the link opens" }).selectOption("7 days");
    await this.share(level);
    return (await this.dialog.getByText(/#[\w-]{43}$/).textContent()) ?? "";
  }

  /** Shares at a level, after a look at what they will see; gives the address. */
  async share(level: string): Promise<string> {
    await this.dialog.getByRole("radio", { name: new RegExp(`^${level}`) }).check();
    await this.dialog.getByRole("button", { name: "Show what they will see" }).click();
    await this.preview.waitFor();
    await this.dialog.getByRole("button", { name: "Share", exact: true }).click();
    return (await this.dialog.getByRole("link", { name: "Open" }).getAttribute("href")) ?? "";
  }
}
