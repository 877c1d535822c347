import type { AuditRow } from "@/lib/domain/summarize/audit/audit-row";

const HASH_AT_END = /,"hash":"([0-9a-f]{64})"\}$/;
const LENGTH_OF_IT = `,"hash":"${"0".repeat(64)}"}`.length;

/** A line as it stands; `body`: the bytes that its hash is of. */
export interface ReadRow {
  readonly row: AuditRow;
  readonly body: Uint8Array;
}

/** null = not a line of ours. */
export function parseRow(bytes: Buffer): ReadRow | null {
  if (!HASH_AT_END.test(bytes.subarray(-LENGTH_OF_IT).toString("latin1"))) return null;
  try {
    const row: unknown = JSON.parse(bytes.toString("utf8"));
    const body = Buffer.concat([bytes.subarray(0, -LENGTH_OF_IT), Buffer.from("}")]);
    return isRow(row) ? { row, body } : null;
  } catch {
    return null;
  }
}

function isRow(value: unknown): value is AuditRow {
  const row = Object(value) as Partial<Record<keyof AuditRow, unknown>>;
  const { kind, id, name, role } = Object(row.viewer) as Record<string, unknown>;
  const texts = [row.time, row.deed, row.target, row.outcome, row.prev, row.hash, kind, id, name];
  return (
    Number.isSafeInteger(row.seq) &&
    texts.every((text) => typeof text === "string") &&
    [row.peer, role].every((text) => text === null || typeof text === "string") &&
    isFacts(row.facts)
  );
}

function isFacts(facts: unknown): boolean {
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return false;
  return Object.values(facts).every((fact) => ["string", "number", "boolean"].includes(typeof fact));
}
