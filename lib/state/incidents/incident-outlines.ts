import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type IncidentOutline, outlineOf } from "@/lib/domain/summarize/incidents/incident-outline";
import { problemOfFile } from "../problem-of-file";
import { readIncidentFile } from "./read-incident-file";

interface Outlines {
  readonly outlines: readonly IncidentOutline[];
  readonly problems: readonly string[];
}

/** What is known of a file as it stood. */
interface Known {
  readonly stamp: string;
  readonly found: IncidentOutline | string;
}

const FILE = /^([0-9a-f-]{36})[.]json$/;

/** Outlines of a folder's incidents; a file that did not change is not read again. */
export class IncidentOutlines {
  readonly #folder: string;
  #known: ReadonlyMap<string, Known> = new Map();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Throws as the file system does, where the folder itself cannot be read; none = it is not there yet. */
  async read(): Promise<Outlines> {
    const names = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      return [];
    });
    const known = new Map<string, Known>();
    for (const name of names.sort()) {
      const id = FILE.exec(name)?.[1];
      const one = id === undefined ? null : await this.#look(name, id);
      if (one !== null) known.set(name, one);
    }
    this.#known = known;
    const all = [...known.values()].map(({ found }) => found);
    return {
      outlines: all.filter((found) => typeof found !== "string"),
      problems: all.filter((found) => typeof found === "string"),
    };
  }

  /** null = it is gone meanwhile. */
  async #look(name: string, id: string): Promise<Known | null> {
    try {
      const path = join(this.#folder, name);
      const { mtimeMs, size, ino } = await stat(path);
      const stamp = `${mtimeMs} ${size} ${ino}`;
      const before = this.#known.get(name);
      if (before?.stamp === stamp) return before;
      const content = await readIncidentFile(path, id);
      if (content.kind === "not-there") return null;
      const found =
        content.kind === "incident"
          ? outlineOf(content.incident)
          : problemOfFile(`incidents/${name}`, content.kind);
      return { stamp, found };
    } catch (error) {
      const { code = "unknown" } = error as NodeJS.ErrnoException;
      if (code === "ENOENT") return null;
      return { stamp: "", found: `incidents/${name} in the data folder cannot be read (${code}).` };
    }
  }
}
