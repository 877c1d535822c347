import { readConfigMap } from "../../parse/aws-auth/read-config-map";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { mapIdentity } from "../mapping/map-identity";
import type { MappedCaller } from "../mapping/mapped-caller";
import { openBackEnd } from "../mapping/open-back-end";
import { renderEntry } from "../mapping/render-entry";
import { toMappingEntry } from "../mapping/to-mapping-entry";
import type { Remedy } from "../reasons/reason";
import { correctText } from "../remedies/aws-auth/correct-text";
import type { Correction } from "../remedies/aws-auth/correction";
import { entryLines } from "../remedies/aws-auth/entry-lines";
import { unifiedDiff } from "../remedies/aws-auth/unified-diff";
import { type Meant, type MeantIdentity, NOTHING_MEANT } from "../remedies/meant";
import { type PrincipalAtCluster, toRemedyValues } from "../remedies/principal-at-cluster";
import { correctionOf } from "./correction-of";
import { entryToMakeOf } from "./entry-to-make-of";
import type { MappingDenial, MappingReason } from "./mapping-denial";

/** What a remedy of a reason has to write for this caller and configuration; `who` has the ARN that it is to write. */
export function meantBy(
  remedy: Remedy,
  reason: MappingReason,
  denial: MappingDenial,
  who: PrincipalAtCluster,
): Meant {
  const correction = correctionOf(remedy, reason, toRemedyValues(who));
  if (correction !== null) return inAwsAuth(correction, denial);
  const accessEntry = entryToMakeOf(remedy, reason);
  const oldPrincipalArn = reason.accessEntry?.principalArn ?? null;
  const made = accessEntry ?? DEFAULT_NAMES;
  const entry = toMappingEntry({ ...made, principalArn: who.principalArn ?? "" });
  return {
    ...NOTHING_MEANT,
    accessEntry,
    oldPrincipalArn,
    identity: rendered(entry, denial.caller),
  };
}

/** Of an entry that nobody has described yet. */
const DEFAULT_NAMES = { type: "STANDARD", username: null, groups: [] };

function inAwsAuth(correction: Correction, { caller, awsAuthText }: MappingDenial): Meant {
  const after = awsAuthText === null ? null : correctText(awsAuthText, correction);
  const diff = awsAuthText === null || after === null ? null : readableDiff(awsAuthText, after);
  const whole = wholeEntry(correction);
  return {
    ...NOTHING_MEANT,
    entry: correction.kind === "entry" ? correction : null,
    diff,
    line: whole === null ? null : entryLines(whole, "").join("\n"),
    identity: after === null ? rendered(whole, caller) : admitted(after, caller),
  };
}

/** Of JSON, which holds a whole list in one line, nobody can read a change. */
const LONGEST_LINE = 400;

function readableDiff(before: string, after: string): string | null {
  const diff = unifiedDiff(before, after, "aws-auth.yaml");
  return diff.split("\n").some((line) => line.length > LONGEST_LINE) ? null : diff;
}

function wholeEntry(correction: Correction): MappingEntry | null {
  if (correction.kind === "value") return { ...correction.entry, [correction.field]: correction.value };
  return correction.kind === "field" ? correction.entry : null;
}

function rendered(entry: MappingEntry | null, caller: MappedCaller): MeantIdentity | null {
  const done = entry === null ? null : renderEntry(entry, caller, undefined);
  return done?.ok ? done : null;
}

/** As the authenticator would read the corrected text. */
function admitted(text: string, caller: MappedCaller): MeantIdentity | null {
  const { entries, accounts } = readConfigMap(text).awsAuth;
  const backEnd = openBackEnd({ kind: "EKSConfigMap", entries, accounts, reservedPrefixes: [] });
  const decision = mapIdentity(caller, [backEnd]);
  return decision.outcome === "granted" ? decision : null;
}
