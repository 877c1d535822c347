import type { AwsAuthProblem } from "../../parse/aws-auth/aws-auth";
import type { ConfigMapProblem } from "../../parse/aws-auth/config-map-data";
import { readConfigMap } from "../../parse/aws-auth/read-config-map";
import type { TextPlace } from "../../parse/mappings/mapping-entry";
import { checkMappings } from "./check-mappings";
import type { Finding } from "./finding";
import type { Severity } from "./finding-kind";
import { findKind } from "./registry";

/** Something to be said of a text that holds aws-auth. */
export interface Remark {
  readonly severity: Severity;
  /** A finding's code, or that of a text that cannot be read as it stands. */
  readonly code: Finding["code"] | ConfigMapProblem["code"] | (typeof LOSSES)[AwsAuthProblem["loses"]];
  /** One sentence, without an end. */
  readonly message: string;
  /** What it costs; null = the message says it. */
  readonly why: string | null;
  /** What to do; null = the message says it. */
  readonly fix: string | null;
  readonly place: TextPlace | null;
}

/** What the authenticator makes of a list, an entry or a field that it cannot read. */
const LOSSES = { list: "list-lost", entry: "entry-dropped", field: "field-emptied" } as const;

const LOST: Readonly<Record<AwsAuthProblem["loses"], string>> = {
  list: "the whole list counts for nothing",
  entry: "the entry counts for nothing",
  field: "the field counts as empty",
};

/** All that is to be said of a manifest, or of kubectl's output, in the order of its lines. */
export function checkConfigMap(text: string): Remark[] {
  const { awsAuth, problems } = readConfigMap(text);
  return [
    ...problems.map(ofText),
    ...awsAuth.problems.map(ofList),
    ...checkMappings(awsAuth.entries).map(ofFinding),
  ].sort((a, b) => lineOf(a) - lineOf(b));
}

function ofText({ code, message, place }: ConfigMapProblem): Remark {
  return {
    severity: code === "other-name" ? "warning" : "error",
    code,
    message,
    why: null,
    fix: null,
    place,
  };
}

function ofList({ list, message, loses, place }: AwsAuthProblem): Remark {
  return {
    severity: "error",
    code: LOSSES[loses],
    message: `${list}: ${message}: ${LOST[loses]}`,
    why: null,
    fix: null,
    place,
  };
}

function ofFinding({ code, message, instead, place }: Finding): Remark {
  const kind = findKind(code);
  const fix = instead === null ? (kind?.fix ?? null) : `Write ${instead}`;
  return {
    severity: kind?.severity ?? "note",
    code,
    message,
    why: kind?.meaning ?? null,
    fix,
    place,
  };
}

function lineOf({ place }: Remark): number {
  return place?.line ?? Number.MAX_SAFE_INTEGER;
}
