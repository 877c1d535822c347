import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { InTurn } from "../in-turn";
import { problemOfFile } from "../problem-of-file";
import { replaceFile } from "../replace-file";
import { readShareFile, SHARE_FILE_FORMAT } from "./read-share-file";
import { headOf, type Share, type ShareHead } from "./share";
import { isShareId } from "./share-id";

const DAMAGED = { kind: "damaged" } as const;

export interface ShareList {
  readonly heads: readonly ShareHead[];
  /** One sentence each: files that are damaged, or a newer version's. They are left as they are. */
  readonly problems: readonly string[];
}

/**
 * Shares, each in a file of its own, which is never made anew from the sources. An index is held in memory; changes go one
 * after the other and are in effect when they are on the disk. All reject as the file system does.
 */
export class ShareFolder {
  readonly #folder: string;
  #heads: Promise<Map<string, ShareHead>> | null = null;
  #problems: string[] = [];
  readonly #turns = new InTurn();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async list(): Promise<ShareList> {
    const heads = [...(await this.#index()).values()].sort((a, b) => b.createdMs - a.createdMs);
    return { heads, problems: this.#problems };
  }

  /** Without what was shared; null = there is none, whatever is asked for. */
  async head(id: string): Promise<ShareHead | null> {
    return (await this.#index()).get(id) ?? null;
  }

  async read(id: string): Promise<Share | null> {
    if (!isShareId(id) || !(await this.#index()).has(id)) return null;
    const content = await readShareFile(this.#pathOf(id), id);
    return content.kind === "share" ? content.share : null;
  }

  async add(share: Share): Promise<void> {
    await this.#turns.run(() => this.#write(share));
  }

  /** null = there is none. */
  async setLink(id: string, link: Share["link"]): Promise<ShareHead | null> {
    return await this.#turns.run(async () => {
      const share = await this.read(id);
      return share === null ? null : await this.#write({ ...share, link });
    });
  }

  async remove(id: string): Promise<void> {
    await this.#turns.run(async () => {
      const heads = await this.#index();
      if (!isShareId(id) || !heads.has(id)) return;
      await rm(this.#pathOf(id), { force: true });
      heads.delete(id);
    });
  }

  async #write(share: Share): Promise<ShareHead> {
    const heads = await this.#index();
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const text = JSON.stringify({ format: SHARE_FILE_FORMAT, share });
    await replaceFile(this.#pathOf(share.id), `${text}\n`);
    const head = headOf(share);
    heads.set(share.id, head);
    return head;
  }

  #pathOf(id: string): string {
    return join(this.#folder, `${id}.json`);
  }

  #index(): Promise<Map<string, ShareHead>> {
    this.#heads ??= this.#readAll().catch((error: unknown) => {
      // The next who asks tries again.
      this.#heads = null;
      throw error;
    });
    return this.#heads;
  }

  async #readAll(): Promise<Map<string, ShareHead>> {
    const heads = new Map<string, ShareHead>();
    const problems: string[] = [];
    for (const name of await this.#names()) {
      const id = name.slice(0, -".json".length);
      const content = await readShareFile(join(this.#folder, name), id).catch(() => DAMAGED);
      if (content.kind === "share") heads.set(id, headOf(content.share));
      else if (content.kind !== "not-there") problems.push(problemOfFile(`shares/${name}`, content.kind));
    }
    this.#problems = problems;
    return heads;
  }

  /** Other files are none of ours. */
  async #names(): Promise<string[]> {
    const names = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    });
    return names.filter((name) => name.endsWith(".json") && isShareId(name.slice(0, -".json".length)));
  }
}
