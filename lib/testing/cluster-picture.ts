import type { StoredMark } from "@/lib/domain/correlate/configuration/item-revision";
import { historyOfCluster } from "@/lib/domain/correlate/configuration/cluster-history";
import {
  type ConfigurationAt,
  configurationAt,
  withRbac,
} from "@/lib/domain/explain/configuration/configuration-at";
import type { EntryWithPolicies } from "@/lib/domain/parse/access-entries/access-entry";
import { printConfigMap } from "@/lib/domain/parse/configuration-marks/print-config-map";

/** What a cluster was told to map and to allow; what is left out is not known. */
export interface ClusterPicture {
  readonly mode?: string;
  readonly entries?: readonly EntryWithPolicies[];
  /** Lines of mapRoles: ARN, username, groups. */
  readonly roles?: readonly (readonly [arn: string, username: string, groups?: string])[];
  /** Roles and bindings, as Kubernetes prints them. */
  readonly objects?: readonly object[];
}

/** The configuration that such a cluster has at an instant at which all of it is seen. */
export function pictureCluster(picture: ClusterPicture, atMs: number): ConfigurationAt {
  const seen = (part: StoredMark["part"], value: string): StoredMark => ({
    ...{ part, key: "", tells: "seen", timeMs: atMs, untilMs: atMs, value, by: null, evidence: null },
  });
  const { mode = "API_AND_CONFIG_MAP", entries, roles, objects } = picture;
  const history = historyOfCluster([
    seen("mode", mode),
    ...(entries === undefined ? [] : [seen("access-entries", JSON.stringify(entries))]),
    ...(roles === undefined
      ? []
      : [seen("aws-auth", printConfigMap({ mapRoles: roles.map(printRole).join("") }))]),
    ...(objects === undefined ? [] : [seen("rbac", JSON.stringify({ kind: "List", items: objects }))]),
  ]);
  return withRbac(configurationAt(history, atMs, { eks: null, awsAuth: null }), history, atMs);
}

function printRole([arn, username, groups = "[]"]: NonNullable<ClusterPicture["roles"]>[number]): string {
  return `- rolearn: ${arn}\n  username: "${username}"\n  groups: ${groups}\n`;
}

/** An access entry of a role, with policies in the whole cluster or, after a colon, in one namespace. */
export function accessEntry(
  principalArn: string,
  rest: Partial<Omit<EntryWithPolicies, "policies">> & { readonly policies?: readonly string[] } = {},
): EntryWithPolicies {
  const { policies = [], ...other } = rest;
  return {
    ...{ principalArn, type: "STANDARD", username: null, groups: [], ...other },
    policies: policies.map((text) => {
      const [name = "", namespace] = text.split(":");
      const scope = {
        type: namespace === undefined ? "cluster" : "namespace",
        namespaces: [namespace ?? []].flat(),
      };
      return { policyArn: `arn:aws:eks::aws:cluster-access-policy/${name}`, scope };
    }),
  };
}
