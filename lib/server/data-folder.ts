import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a data folder holds: the sandbox's world and real clusters never mix. */
export type DataMode = "sandbox" | "real";

const LONGEST_SOCKET_PATH = 100;

export function eventsFile(folder: string): string {
  return join(folder, "events.duckdb");
}

/** What people made: it cannot be read again from the sources. */
export function viewsFile(folder: string): string {
  return join(folder, "views.json");
}

/** Who is signed in. */
export function sessionsFile(folder: string): string {
  return join(folder, "sessions.json");
}

/** Who saw, exported, shared and changed what. */
export function auditFile(folder: string): string {
  return join(folder, "audit.jsonl");
}

/** Incidents: a file each. */
export function incidentsFolder(folder: string): string {
  return join(folder, "incidents");
}

/** For somebody who asks a folder that holds no data: which below it do. */
export function whereDataIs(folder: string): string {
  const below = (["data", "sandbox"] as const).map((name) => join(folder, name));
  const found = below.filter((one) => existsSync(eventsFile(one)));
  const nothing = `there is no data in ${folder}`;
  if (found.length === 0) return `${nothing}; import some: gatebook import PATH… --data DIR`;
  return `${nothing}, but in ${found.join(" and ")}: name it with --data`;
}

/** Where the engine of this folder listens: a socket in it, or elsewhere when its path is too long for one. */
export function engineAddress(folder: string): string {
  const key = createHash("sha256").update(folder).digest("hex").slice(0, 24);
  if (process.platform === "win32") return `\\\\.\\pipe\\gatebook-${key}`;
  const path = join(folder, "engine.sock");
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return path;
  const elsewhere = join(tmpdir(), `gatebook-${process.getuid?.() ?? 0}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o700 });
  checkOwn(elsewhere);
  return join(elsewhere, `${key}.sock`);
}

/** Everybody may make folders beside it: one that somebody else has made would let him listen in the engine's place. */
function checkOwn(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0)
    throw new Error(
      `${folder} is a folder that others may use: remove it, or choose a shorter path with --data.`,
    );
}

/** Makes the folder and notes what it is for. Gives a sentence for the person when it cannot be used for that. */
export function claimDataFolder(folder: string, mode: DataMode): string | null {
  const marker = join(folder, "mode");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(marker)) writeFileSync(marker, mode);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    return whyUnusable(folder, error as NodeJS.ErrnoException);
  }
  const found = readFileSync(marker, "utf8").trim();
  if (found === mode) return null;
  const holds = found === "sandbox" ? "sample data" : "data of real clusters";
  return `${folder} holds ${holds}: choose another folder with --data.`;
}

function whyUnusable(folder: string, { code = "", message }: NodeJS.ErrnoException): string {
  if (code === "ENOSPC" || code === "EDQUOT")
    return `The disk of ${folder} is full: make room, or choose another folder with --data.`;
  if (["EACCES", "EPERM", "EROFS"].includes(code))
    return `${folder} cannot be written (${code}): make it writable, or choose another folder with --data.`;
  return `${folder} cannot be used (${message}): choose another folder with --data.`;
}

/** A socket that a killed engine left behind would keep the next one from listening. */
export function removeStaleSocket(address: string): void {
  if (process.platform !== "win32") rmSync(address, { force: true });
}
