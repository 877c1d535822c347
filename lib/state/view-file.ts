import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { basename } from "node:path";
import {
  changeViews,
  type SavedView,
  type SavedViewChange,
  type SavedViewList,
  type SavedViewOutcome,
} from "@/lib/domain/summarize/saved-view";
import type { Clock } from "@/lib/ports/clock";
import type { SavedViews } from "@/lib/ports/saved-views";
import { fileTrouble } from "./file-trouble";
import { InTurn } from "./in-turn";
import { findAsideOf, readViewFile, VIEW_FILE_FORMAT, type ViewFileContent } from "./read-view-file";
import { type NoteFirst, UNNOTED } from "./note-first";
import { replaceFile } from "./replace-file";

/**
 * Saved views in a file of their own, which is never made anew from the sources. Changes go one after the other. A damaged
 * file stays where it is, to be mended, until a view is saved: then it is set aside under another name.
 */
export class ViewFile implements SavedViews {
  readonly #path: string;
  readonly #clock: Pick<Clock, "now">;
  readonly #turns = new InTurn();

  constructor(path: string, clock: Pick<Clock, "now">) {
    this.#path = path;
    this.#clock = clock;
  }

  async list(): Promise<SavedViewList> {
    try {
      const content = await readViewFile(this.#path);
      return await this.#toList(content);
    } catch (error) {
      return { views: [], problem: fileTrouble("The saved views", "read", error), setAside: [] };
    }
  }

  change(change: SavedViewChange, noteFirst: NoteFirst<SavedView> = UNNOTED): Promise<SavedViewOutcome> {
    return this.#turns
      .run(() => this.#change(change, noteFirst))
      .catch((error: unknown) => {
        return { kind: "failed" as const, message: fileTrouble("The saved views", "changed", error) };
      });
  }

  async #change(change: SavedViewChange, noteFirst: NoteFirst<SavedView>): Promise<SavedViewOutcome> {
    const content = await readViewFile(this.#path);
    if (content.kind === "newer") return { kind: "failed", message: this.#newer() };
    const views = content.kind === "views" ? content.views : [];
    const changed = changeViews(views, change, { id: randomUUID(), nowMs: this.#clock.now() });
    if (typeof changed === "string") return { kind: "refused", message: changed };
    if (changed === views) return { kind: "done", list: await this.#toList(content) };
    // What came or was changed; else what goes.
    const [about] = [...without(changed, views), ...without(views, changed)];
    if (about !== undefined) await noteFirst(about);
    if (content.kind === "damaged") await this.#setAside();
    await replaceFile(this.#path, print(changed));
    return { kind: "done", list: await this.#toList({ kind: "views", views: changed }) };
  }

  async #toList(content: ViewFileContent): Promise<SavedViewList> {
    const setAside = await findAsideOf(this.#path);
    if (content.kind === "views") return { views: byName(content.views), problem: null, setAside };
    return { views: [], problem: content.kind === "newer" ? this.#newer() : this.#damaged(), setAside };
  }

  async #setAside(): Promise<void> {
    const stamp = new Date(this.#clock.now()).toISOString().replace(/[-:.]/g, "");
    const aside = `${this.#path}.damaged-${stamp}`;
    // To rename over another one would lose that.
    if (existsSync(aside)) throw Object.assign(new Error(`${aside} exists`), { code: "EEXIST" });
    await rename(this.#path, aside);
  }

  #newer(): string {
    return `${basename(this.#path)} in the data folder was written by a newer Gatebook: use that one. The file is left as it is.`;
  }

  #damaged(): string {
    return `${basename(this.#path)} in the data folder is damaged: mend it, or put a copy in its place. It is left as it is; when a view is saved it is set aside under another name.`;
  }
}

function without(views: readonly SavedView[], others: readonly SavedView[]): readonly SavedView[] {
  return views.filter((view) => !others.includes(view));
}

function print(views: readonly SavedView[]): string {
  return `${JSON.stringify({ format: VIEW_FILE_FORMAT, views }, null, 2)}\n`;
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

function byName(views: readonly SavedView[]): SavedView[] {
  return [...views].sort((a, b) => COLLATOR.compare(a.name, b.name));
}
