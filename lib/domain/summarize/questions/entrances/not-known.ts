import type { ConfigurationAt } from "../../../explain/configuration/configuration-at";
import type { ConfigurationPart } from "../../../explain/configuration/known-configuration";
import { BACK_ENDS_OF_MODE } from "../../../explain/mapping/back-end-modes";
import { formatMoment } from "../../../time/format-time";

const NAMES: Readonly<Record<ConfigurationPart, readonly [name: string, verb: string]>> = {
  mode: ["The authentication mode", "is"],
  hidden: ["Hidden entries, which authenticators print when they start,", "are"],
  accessEntries: ["Access entries", "are"],
  awsAuth: ["aws-auth", "is"],
  rbac: ["Roles and bindings", "are"],
};

/** What of these parts was not known at all or is taken from another time, in sentences; oldest stretch first. */
export function notKnown(
  parts: readonly ConfigurationPart[],
  stretches: readonly ConfigurationAt[],
): string[] {
  return parts.flatMap((part) => {
    const asked = stretches.filter((at) => isAsked(part, at)).map((at) => at.parts[part]);
    const [name, verb] = NAMES[part];
    if (asked.some(({ certainty }) => certainty === "unknown"))
      return [`${name} ${verb} not known${isAll(asked) ? "" : " for all of this time"}.`];
    const assumed = asked.findLast(({ certainty }) => certainty === "assumed");
    if (assumed === undefined) return [];
    const when = assumed.asOfMs === null ? "other times" : `${formatMoment(assumed.asOfMs)} UTC alone`;
    return [`${name} ${verb} known as of ${when}; the same is taken for the rest of this time.`];
  });
}

const isAll = (states: readonly { readonly certainty: string }[]) =>
  states.every(({ certainty }) => certainty === "unknown");

/** Whether the cluster's mode asks for it. */
function isAsked(part: ConfigurationPart, { known: { mode } }: ConfigurationAt): boolean {
  const backEnds = BACK_ENDS_OF_MODE[mode ?? "API_AND_CONFIG_MAP"];
  if (part === "accessEntries") return backEnds.includes("DynamicFile");
  return part === "awsAuth" ? backEnds.includes("EKSConfigMap") : true;
}
