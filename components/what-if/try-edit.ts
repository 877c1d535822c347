import { checkReading, type Remark } from "@/lib/domain/explain/findings/check-config-map";
import { BACK_ENDS_OF_MODE } from "@/lib/domain/explain/mapping/back-end-modes";
import { type AccessChange, whatChanges } from "@/lib/domain/explain/mapped/what-changes";
import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import type { ConfigMapProblem } from "@/lib/domain/parse/aws-auth/config-map-data";
import { readConfigMap } from "@/lib/domain/parse/aws-auth/read-config-map";
import { type DiffLine, diffLines } from "@/lib/domain/summarize/configuration/line-diff";
import type { MappingBase } from "@/lib/domain/summarize/configuration/what-if-report";

/** What another aws-auth would do. */
export interface Tried {
  /** The API server would not take it as aws-auth. */
  readonly isRefused: boolean;
  /** Whether the cluster's mode reads aws-auth at all. */
  readonly isRead: boolean;
  /** Whether it is known what aws-auth says now; else the text is compared with none. */
  readonly isKnown: boolean;
  readonly changes: readonly AccessChange<SeenCaller>[];
  readonly remarks: readonly Remark[];
  readonly diff: readonly DiffLine[];
}

const REFUSED: ReadonlySet<ConfigMapProblem["code"]> = new Set([
  "too-large",
  "not-yaml",
  "not-a-config-map",
  "not-text",
  "other-name",
]);

/** Works an edit out over what a cluster maps; a text that would be refused changes nothing. */
export function tryEdit({ known, awsAuthText, callers }: MappingBase, text: string): Tried {
  const reading = readConfigMap(text);
  const { awsAuth, problems } = reading;
  const isRefused = problems.some(({ code }) => REFUSED.has(code));
  const after = isRefused ? known : { ...known, awsAuth };
  return {
    isRefused,
    isRead: known.mode === null || BACK_ENDS_OF_MODE[known.mode].includes("EKSConfigMap"),
    isKnown: known.awsAuth !== null,
    changes: whatChanges(callers, known, after),
    remarks: checkReading(reading),
    diff: diffLines(awsAuthText ?? "", text),
  };
}
