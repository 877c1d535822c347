import { readConfigMap } from "../../../parse/aws-auth/read-config-map";
import type { KnownConfiguration } from "../../configuration/known-configuration";
import { mappingsOf } from "../../configuration/open-known";
import { callerOfArn } from "../../mapping/caller-of-arn";
import { mapIdentity } from "../../mapping/map-identity";
import type { MappedCaller } from "../../mapping/mapped-caller";
import type { MappingDecision } from "../../mapping/mapping-decision";
import { openConfiguration } from "../../mapping/open-configuration";
import { CALLER_ID, type MappingScenario, SESSION } from "./mapping-scenario";

type Cluster = Pick<
  MappingScenario,
  "mode" | "awsAuth" | "accessEntries" | "hidden" | "boundTo" | "ec2Error"
>;

/** What can be read of a scenario's cluster: not to which ids its entries are bound. */
export function knownOf({ mode, awsAuth, accessEntries = [], hidden = [] }: Cluster): KnownConfiguration {
  const none = { entries: [], accounts: [], problems: [] };
  return {
    mode,
    hidden,
    accessEntries,
    awsAuth: awsAuth === undefined ? none : readConfigMap(awsAuth).awsAuth,
    rbac: null,
  };
}

export function callerOf({
  principal,
  session = SESSION,
}: Pick<MappingScenario, "principal" | "session">): MappedCaller {
  const caller = callerOfArn(principal, session);
  if (caller === null) throw new Error(`${principal} is no principal`);
  return { ...caller, userId: CALLER_ID, accessKeyId: "ASIAEXAMPLE1" };
}

/** What the authenticator does, who knows the ids. */
export function decide(caller: MappedCaller, cluster: Cluster): MappingDecision {
  const { boundTo = {}, ec2Error } = cluster;
  const mappings = mappingsOf(knownOf(cluster));
  const accessEntries = mappings.accessEntries.map((entry) => {
    const userId = Object.hasOwn(boundTo, entry.arn) ? (boundTo[entry.arn] ?? null) : null;
    return { ...entry, userId };
  });
  const ask = ec2Error === undefined ? undefined : () => ({ error: ec2Error });
  return mapIdentity(caller, openConfiguration({ ...mappings, accessEntries }), ask);
}
