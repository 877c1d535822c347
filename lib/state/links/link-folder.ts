import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { InTurn } from "../in-turn";
import { replaceFile } from "../replace-file";

const ID_LENGTH = 16;
const ID = /^[0-9a-f]{16}$/;

/** Short links, each in a file of its own: the same address always has the same one. Rejects as the file system does. */
export class LinkFolder {
  readonly #folder: string;
  readonly #turns = new InTurn();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps path and query of a view; gives the link's id. */
  async keep(view: string): Promise<string> {
    const id = idOf(view);
    return await this.#turns.run(async () => {
      if ((await this.read(id)) === view) return id;
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await replaceFile(this.#pathOf(id), `${JSON.stringify({ view })}\n`);
      return id;
    });
  }

  /** null = there is none, or it is damaged: what stands in it must be what the id was made of. */
  async read(id: string): Promise<string | null> {
    if (!ID.test(id)) return null;
    try {
      const { view } = JSON.parse(await readFile(this.#pathOf(id), "utf8")) as { readonly view?: unknown };
      return typeof view === "string" && idOf(view) === id ? view : null;
    } catch {
      return null;
    }
  }

  #pathOf(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}

function idOf(view: string): string {
  return createHash("sha256").update(view, "utf8").digest("hex").slice(0, ID_LENGTH);
}
