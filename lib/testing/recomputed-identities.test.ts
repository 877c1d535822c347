import { describe, expect, it } from "vitest";
import type { KnownConfiguration } from "@/lib/domain/explain/configuration/known-configuration";
import { mappingsOf } from "@/lib/domain/explain/configuration/open-known";
import { AUTHENTICATION_MODES } from "@/lib/domain/explain/mapping/back-end-modes";
import { callerOfArn } from "@/lib/domain/explain/mapping/caller-of-arn";
import { mapIdentity } from "@/lib/domain/explain/mapping/map-identity";
import { openConfiguration } from "@/lib/domain/explain/mapping/open-configuration";
import { readConfigMap } from "@/lib/domain/parse/aws-auth/read-config-map";
import { printConfigMap } from "@/lib/domain/parse/configuration-marks/print-config-map";
import type { ClusterConfiguration } from "@/lib/sandbox/world/configuration/cluster-configuration";
import type { Cluster } from "@/lib/sandbox/world/organisation/clusters";
import type { WorldAttempt } from "@/lib/sandbox/world/world-day";
import { createWorld } from "@/lib/sandbox/world/world";

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 9, 27);
const DAYS = 30;
/** Decided by what EC2 says, or denied in words that no configuration leads to. */
const OTHERWISE: ReadonlySet<string> = new Set(["lost instance"]);
/** AWS's own roles, and who made the cluster. */
const HIDDEN = [
  [
    "mapRoles",
    "arn:aws:iam::999988887777:role/AWSWesleyClusterManagerLambda-NodeManagerRole-1QX7EXAMPLE2A",
    "eks:node-manager",
    [],
  ],
  [
    "mapRoles",
    "arn:aws:iam::999988887777:role/AWSWesleyClusterManagerLambda-Add-AddonManagerRole-1ZK3EXAMPLE9",
    "eks:addon-manager",
    [],
  ],
  ["mapUsers", "arn:aws:iam::111122223333:user/terraform", "kubernetes-admin", ["system:masters"]],
] as const;

function knownOf(cluster: Cluster, { awsAuth, accessEntries }: ClusterConfiguration): KnownConfiguration {
  return {
    mode: AUTHENTICATION_MODES.find((mode) => mode === cluster.authenticationMode) ?? null,
    hidden: HIDDEN.map(([list, arn, username, groups]) => ({
      ...{ list, arn, username, groups, sso: null, userId: null, place: null },
    })),
    accessEntries: accessEntries.map(({ principalArn, type, username, kubernetesGroups }) => ({
      ...{ principalArn, type, username, groups: kubernetesGroups, policies: [] },
    })),
    awsAuth: awsAuth === null ? null : readConfigMap(printConfigMap(awsAuth)).awsAuth,
    rbac: null,
  };
}

const world = createWorld(1);
const cached = new Map<string, ReturnType<typeof openConfiguration>>();

/** The identity that the configuration of an attempt's instant gives; null = it lets nobody in. */
function recompute({ cluster: name, timeMs, callerArn }: WorldAttempt): string | null {
  const cluster = world.clusters.find((one) => one.name === name);
  const caller = callerArn === null ? null : callerOfArn(callerArn, "");
  if (cluster === undefined || caller === null) return null;
  const configuration = world.configurationOf(cluster, timeMs);
  const key = JSON.stringify([name, configuration.awsAuth, configuration.accessEntries]);
  const backEnds = cached.get(key) ?? openConfiguration(mappingsOf(knownOf(cluster, configuration)));
  cached.set(key, backEnds);
  const decision = mapIdentity(caller, backEnds);
  return decision.outcome === "granted" ? decision.username : null;
}

function isSame({ username }: WorldAttempt, computed: string | null): boolean {
  if (computed?.includes("{{EC2PrivateDNSName}}") !== true) return computed === username;
  return username?.startsWith(computed.replace("{{EC2PrivateDNSName}}", "")) ?? false;
}

const STAGES_BEFORE = new Set([
  "STS unreachable",
  "credentials expired",
  "throttled",
  "unknown key",
  "wrong cluster",
  "token expired",
]);
const attempts = Array.from({ length: DAYS }, (_, day) => FIRST + day * DAY).flatMap((from) =>
  world.truth({ from, to: from + DAY - 1 }),
);

describe("every attempt of the sandbox's world", () => {
  it("gets the identity that the configuration of its instant gives", () => {
    const granted = attempts.filter(({ decision }) => decision === "granted");
    expect(granted.length).toBeGreaterThan(10_000);
    const wrong = granted.filter((attempt) => !isSame(attempt, recompute(attempt)));
    expect(
      wrong
        .map(({ cluster, callerArn, username, story }) => [cluster, story, callerArn, username])
        .slice(0, 20),
    ).toEqual([]);
  });

  it("is denied as not mapped where that configuration lets nobody in", () => {
    const denied = attempts.filter(
      ({ decision, callerArn, story }) =>
        decision === "denied" && callerArn !== null && !STAGES_BEFORE.has(story),
    );
    const wrong = denied.filter((attempt) => recompute(attempt) !== null && !OTHERWISE.has(attempt.story));
    // EKS's API does not tell the id that an entry is bound to: a principal that was made anew seems to be let in.
    const whose = new Set(wrong.map(({ cluster, story, callerArn }) => `${cluster} ${story} ${callerArn}`));
    expect([...whose]).toEqual([
      "staging role re-created arn:aws:sts::111122223333:assumed-role/data-science/erin@example.com",
    ]);
  });
});
