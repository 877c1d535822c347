import { DOUBLE, VARCHAR } from "@duckdb/node-api";
import type { DirectorySource } from "@/lib/domain/correlate/chain/directory";
import { type FileEntry, nameOfEntry } from "@/lib/domain/identity/directory-entry";
import type { AskedUser } from "@/lib/ports/directory-store";
import type { Writer } from "../writer";

/** What is kept of one person, from one directory. */
interface Kept extends FileEntry {
  readonly source: DirectorySource;
  readonly outcome: AskedUser["answer"]["outcome"];
  /** Until then it holds; null = for good. */
  readonly untilMs: number | null;
}

const NOTHING = { userName: null, displayName: null, email: null };

/** The operator's file as it is now, in place of what it was. */
export async function replaceDirectoryFile(writer: Writer, entries: readonly FileEntry[]): Promise<void> {
  await writer.run("DELETE FROM directory_user WHERE source = 'directory-file'");
  const kept = { source: "directory-file", outcome: "found", untilMs: null } as const;
  await append(
    writer,
    entries.map((entry) => ({ ...entry, ...kept })),
  );
}

/** What an identity store answered, in place of what it said of the same people. A name stays while it cannot be asked anew. */
export async function keepUsers(writer: Writer, users: readonly AskedUser[]): Promise<void> {
  if (users.length === 0) return;
  const isAnswer = ({ answer }: AskedUser) => answer.outcome === "found" || answer.outcome === "unknown-user";
  const silent = users.filter((user) => !isAnswer(user));
  await writer.run(
    `UPDATE directory_user SET until_ms = m.until_ms
      FROM (SELECT unnest($ids) AS user_id, unnest($untils) AS until_ms) m
      WHERE source = 'identity-store' AND outcome = 'found' AND directory_user.user_id = m.user_id`,
    { ids: silent.map(({ userId }) => userId), untils: silent.map(({ untilMs }) => untilMs) },
  );
  await writer.run(
    `DELETE FROM directory_user WHERE source = 'identity-store'
      AND (user_id IN (SELECT unnest($answered)) OR outcome <> 'found' AND user_id IN (SELECT unnest($silent)))`,
    {
      answered: users.filter(isAnswer).map(({ userId }) => userId),
      silent: silent.map(({ userId }) => userId),
    },
  );
  const stay = await writer.rows(
    "SELECT user_id FROM directory_user WHERE source = 'identity-store' AND user_id IN (SELECT unnest($ids))",
    { ids: silent.map(({ userId }) => userId) },
  );
  const kept = new Set(stay.map((row) => String(row.user_id)));
  await append(
    writer,
    users
      .filter(({ userId }) => !kept.has(userId))
      .map(({ userId, answer, untilMs }) => ({
        ...(answer.outcome === "found" ? answer.entry : NOTHING),
        userId,
        iamUser: null,
        source: "identity-store",
        outcome: answer.outcome,
        untilMs,
      })),
  );
}

async function append(writer: Writer, rows: readonly Kept[]): Promise<void> {
  const texts = (of: (row: Kept) => string | null) => rows.map(of);
  await writer.append(
    "directory_user",
    [...new Array(8).fill(VARCHAR), DOUBLE, VARCHAR],
    [
      texts(({ userId }) => userId),
      texts(({ iamUser }) => iamUser),
      texts(({ source }) => source),
      texts(({ outcome }) => outcome),
      texts(({ userName }) => userName),
      texts(({ displayName }) => displayName),
      texts(({ email }) => email),
      texts(nameOfEntry),
      rows.map(({ untilMs }) => untilMs),
      texts(searchOf),
    ],
  );
}

function searchOf({ userName, displayName, email }: FileEntry): string | null {
  const known = [userName, displayName, email].filter((text) => text !== null && text !== "");
  return known.length === 0 ? null : known.join("\n").toLowerCase();
}
