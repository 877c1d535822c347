import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { readRendered } from "./rendered-marks";

const STEP_PX = 700;
const CALM_MS = 150;

/** Somebody who looks at everything, and counts what hostile text he was shown. */
export class HostileTour {
  readonly page: Page;
  readonly marks = new Set<string>();
  /** How many marks each view showed, by its name. */
  readonly shown = new Map<string, number>();
  /** Views that are wider than their window, or show what nobody sees. */
  readonly wrong: string[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens an address and reads its page, as soon as what is meant stands in it. */
  async visit(view: string, address: string, meant = "body"): Promise<void> {
    await this.page.goto(address);
    await this.page.locator(meant).first().waitFor();
    await this.look(view);
  }

  /** Reads what is open. */
  async look(view: string): Promise<void> {
    await this.settle();
    const { marks, unseen, overhang } = await readRendered(this.page);
    for (const mark of marks) this.marks.add(mark);
    this.shown.set(view, (this.shown.get(view) ?? 0) + marks.length);
    if (overhang > 0) this.wrong.push(`${view}: ${overhang} px too wide`);
    if (unseen.length > 0) this.wrong.push(`${view}: shows unseen ${unseen.slice(0, 3).join(" ")}`);
  }

  /** Reads a list that has the rows in sight alone, down to its end. */
  async scroll(view: string, address: string): Promise<void> {
    await this.visit(view, address, "tbody[style]");
    while (await this.page.evaluate(scrollOn, STEP_PX)) await this.look(view);
  }

  /** Reads a list page by page: `more` is the name of the link to the next. */
  async follow(view: string, address: string, more: string): Promise<void> {
    for (let next: string | null = address; next !== null; ) {
      await this.visit(view, next);
      const link = this.page.getByRole("link", { name: more });
      next = (await link.count()) > 0 ? await link.getAttribute("href") : null;
    }
  }

  /** Downloads what is at an address to a path, and opens it from there. */
  async visitFile(view: string, address: string, path: string): Promise<void> {
    const response = await this.page.request.get(address);
    await writeFile(path, await response.body());
    await this.visit(view, pathToFileURL(path).href);
  }

  /** Until the page says the same twice. */
  private async settle(): Promise<void> {
    const length = () => this.page.evaluate(() => document.body.innerHTML.length);
    let before = -1;
    for (let tries = 0; tries < 20; tries++) {
      const now = await length();
      if (now === before) return;
      before = now;
      await sleep(CALM_MS);
    }
  }
}

/** In the page: whether there was more. */
function scrollOn(step: number): boolean {
  const before = window.scrollY;
  window.scrollBy(0, step);
  return window.scrollY !== before;
}
