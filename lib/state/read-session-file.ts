import { readFile } from "node:fs/promises";
import type { Session } from "@/lib/ports/sessions";

export const SESSION_FILE_FORMAT = 1;

/**
 * The sessions of a file. One that cannot be read holds none: all sign in again, and nothing else is lost. Throws as the
 * file system does where a file is there.
 */
export async function readSessionFile(path: string): Promise<Session[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return "";
  });
  try {
    const { format, sessions } = Object(JSON.parse(text)) as { format?: unknown; sessions?: unknown };
    const isOurs = format === SESSION_FILE_FORMAT && Array.isArray(sessions);
    return isOurs ? sessions.filter(isSession) : [];
  } catch {
    return [];
  }
}

function isSession(value: unknown): value is Session {
  const { id, hash, identity, peer, startedMs, seenMs } = Object(value) as Record<keyof Session, unknown>;
  const { issuer, subject, name, groups } = Object(identity) as Record<keyof Session["identity"], unknown>;
  return (
    [id, hash, issuer, subject, name].every((text) => typeof text === "string" && text !== "") &&
    (peer === null || typeof peer === "string") &&
    [startedMs, seenMs].every(Number.isFinite) &&
    Array.isArray(groups) &&
    groups.every((group) => typeof group === "string")
  );
}
