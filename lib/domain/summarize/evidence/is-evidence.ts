import {
  EVIDENCE_FORMAT,
  EVIDENCE_KINDS,
  EVIDENCE_LEVELS,
  type Evidence,
  type EvidenceRecord,
} from "./evidence";

type Fields<T> = { readonly [K in keyof T]: (value: unknown) => boolean };

const isText = (value: unknown) => typeof value === "string";
const isTextOrNull = (value: unknown) => value === null || isText(value);

const RECORD: Fields<EvidenceRecord> = {
  recordId: isText,
  kind: (value) => value === "line" || value === "event",
  text: isText,
  note: isTextOrNull,
  sha256: isText,
  originalSeal: isTextOrNull,
};

const DOCUMENT: Fields<Evidence> = {
  format: (value) => value === EVIDENCE_FORMAT,
  kind: (value) => EVIDENCE_KINDS.some((kind) => kind === value),
  title: isText,
  note: isText,
  madeMs: (value) => Number.isSafeInteger(value),
  sharedBy: isText,
  level: (value) => EVIDENCE_LEVELS.some((level) => level === value),
  view: isTextOrNull,
  content: (value) => value !== undefined,
  records: (value) => Array.isArray(value) && value.every((one) => wrongFields(one, RECORD).length === 0),
  sha256: isText,
};

/** Fields of a document that are missing, too many, or not what they should be; none = it is one. */
export function wrongEvidenceFields(value: unknown): readonly string[] {
  return wrongFields(value, DOCUMENT);
}

function wrongFields<T extends object>(value: unknown, fields: Fields<T>): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return ["all"];
  const object = value as Readonly<Record<string, unknown>>;
  const known = Object.keys(fields) as (keyof T & string)[];
  const wrong = known.filter((name) => !(Object.hasOwn(object, name) && fields[name](object[name])));
  return [...wrong, ...Object.keys(object).filter((name) => !Object.hasOwn(fields, name))];
}
