import {
  type Incident,
  type IncidentEntry,
  LONGEST_NOTE,
  LONGEST_TITLE,
  MOST_ENTRIES,
} from "@/lib/domain/summarize/incidents/incident";

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has the shape of an incident, as far as what reads it relies on. */
export function isIncident(value: unknown): value is Incident {
  const { id, title, state, createdMs, changedMs, by, version, entries } = fieldsOf(value);
  return (
    isText(id, LONGEST_ID) &&
    isText(title, LONGEST_TITLE) &&
    (state === "open" || state === "closed") &&
    isInstant(createdMs) &&
    isInstant(changedMs) &&
    isPerson(by) &&
    Number.isSafeInteger(version) &&
    Array.isArray(entries) &&
    entries.length <= MOST_ENTRIES &&
    entries.every(isEntry) &&
    new Set(entries.map((entry) => entry.id)).size === entries.length
  );
}

const LONGEST_ID = 128;
/** What a date can say. */
const LAST_INSTANT = 8.64e15;

function isEntry(value: unknown): value is IncidentEntry {
  const entry = fieldsOf(value);
  const isOfKind = KINDS.get(entry.kind) ?? (() => false);
  return isText(entry.id, LONGEST_ID) && isInstant(entry.addedMs) && isPerson(entry.by) && isOfKind(entry);
}

const KINDS: ReadonlyMap<unknown, (entry: Fields) => boolean> = new Map([
  ["attempt", ({ frozen }: Fields) => isFrozen(fieldsOf(frozen))],
  ["change", ({ cluster, change }: Fields) => isText(cluster) && isChange(fieldsOf(change))],
  ["note", ({ text, edited }: Fields) => isText(text, LONGEST_NOTE) && (edited === null || isStamp(edited))],
  ["removed", isRemoved],
]);

function isRemoved({ was, timeMs, cluster, removed }: Fields): boolean {
  const isKind = was === "attempt" || was === "change" || was === "note";
  return isKind && isInstant(timeMs) && (cluster === null || isText(cluster)) && isStamp(removed);
}

function isFrozen({ attempt, sentence, reason, records }: Fields): boolean {
  const { id, timeMs, cluster, decision } = fieldsOf(attempt);
  const { title, code, meaning } = fieldsOf(reason);
  return (
    isText(id) &&
    isInstant(timeMs) &&
    isText(cluster) &&
    (decision === "granted" || decision === "denied") &&
    (reason === null || (isText(title) && isText(code) && isText(meaning))) &&
    isListOf(sentence, ({ text }) => isText(text)) &&
    isListOf(records, ({ recordId, text }) => isText(recordId) && isText(text))
  );
}

function isChange({ timeMs, kind, part, key, diff, effects }: Fields): boolean {
  return (
    isInstant(timeMs) &&
    [kind, part, key].every((one) => isText(one)) &&
    (diff === null || isListOf(diff, ({ text }) => isText(text))) &&
    Array.isArray(effects)
  );
}

function isListOf(value: unknown, isOne: (fields: Fields) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => isOne(fieldsOf(one)));
}

function isStamp(value: unknown): boolean {
  const { ms, by } = fieldsOf(value);
  return isInstant(ms) && isPerson(by);
}

function isPerson(value: unknown): boolean {
  const { id, name } = fieldsOf(value);
  return isText(id) && isText(name);
}

function isText(value: unknown, longest = Number.POSITIVE_INFINITY): value is string {
  return typeof value === "string" && value.length <= longest;
}

function isInstant(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= LAST_INSTANT;
}

function fieldsOf(value: unknown): Fields {
  return Object(value) as Fields;
}
