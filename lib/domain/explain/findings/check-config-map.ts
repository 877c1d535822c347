import type { AwsAuthProblem } from "../../parse/aws-auth/aws-auth";
import type { ConfigMapProblem } from "../../parse/aws-auth/config-map-data";
import { type ConfigMapReading, readConfigMap } from "../../parse/aws-auth/read-config-map";
import type { TextPlace } from "../../parse/mappings/mapping-entry";
import type { KnownConfiguration } from "../configuration/known-configuration";
import { checkKnown } from "./check-known";
import { checkMappings } from "./check-mappings";
import type { ConfigurationFacts } from "./configuration-facts";
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
  /** Whose access entry, or hidden entry, it is about; null = it is about none. */
  readonly principalArn: string | null;
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
  return checkReading(readConfigMap(text));
}

/** The same of a text that is read already. */
export function checkReading(reading: ConfigMapReading): Remark[] {
  return inOrder([...ofReading(reading), ...checkMappings(reading.awsAuth.entries).map(ofFinding)]);
}

/**
 * All that is to be said of a cluster's configuration: of aws-auth as it was read (null = it is not known, or there is none)
 * by its lines, then of what only the whole tells.
 */
export function checkConfiguration(
  known: KnownConfiguration,
  reading: ConfigMapReading | null,
  facts: ConfigurationFacts,
): Remark[] {
  const ofText = reading === null || known.mode === "API" ? [] : ofReading(reading);
  return inOrder([...ofText, ...checkKnown(known, facts).map(ofFinding)]);
}

function ofReading({ awsAuth, problems }: ConfigMapReading): Remark[] {
  return [...problems.map(ofText), ...awsAuth.problems.map(ofList)];
}

function inOrder(remarks: Remark[]): Remark[] {
  return remarks.sort((a, b) => lineOf(a) - lineOf(b));
}

function ofText({ code, message, place }: ConfigMapProblem): Remark {
  return {
    severity: code === "other-name" ? "warning" : "error",
    code,
    message,
    why: null,
    fix: null,
    place,
    principalArn: null,
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
    principalArn: null,
  };
}

function ofFinding({ code, message, instead, place, principalArn }: Finding): Remark {
  const kind = findKind(code);
  const fix = instead === null ? (kind?.fix ?? null) : `Write ${instead}`;
  return {
    severity: kind?.severity ?? "note",
    code,
    message,
    why: kind?.meaning ?? null,
    fix,
    place,
    principalArn,
  };
}

function lineOf({ place }: Remark): number {
  return place?.line ?? Number.MAX_SAFE_INTEGER;
}
