import { DAY } from "@/lib/sandbox/world/calendar";
import type { ClusterConfiguration } from "@/lib/sandbox/world/configuration/cluster-configuration";
import { createWorld, type World } from "@/lib/sandbox/world/world";
import type { HostileValue } from "./create-hostile-values";
import { createHostileDay } from "./hostile-day";
import { takeInTurn } from "./take-in-turn";

/** How many texts stand in each list of a cluster's configuration. */
const CONFIGURED = 12;

/** An organisation of hostile callers, on the day of `dayMs`, with hostile texts in the configuration of its clusters. */
export function createHostileWorld(values: readonly HostileValue[], dayMs: number): World {
  const world = createWorld(1, 1, createHostileDay(values, Math.floor(dayMs / DAY)));
  return {
    ...world,
    configurationOf: (cluster, atMs) => spoil(world.configurationOf(cluster, atMs), values),
  };
}

/** The usual entries, so that Gatebook itself is let in, and after them hostile ones. */
function spoil(usual: ClusterConfiguration, values: readonly HostileValue[]): ClusterConfiguration {
  const take = takeInTurn(values.slice(-8 * CONFIGURED));
  const texts = (count: number) => Array.from({ length: count }, take);
  const { awsAuth, accessEntries, rbac } = usual;
  const [entry] = accessEntries;
  const roles = texts(CONFIGURED).map((name) =>
    JSON.stringify({ rolearn: `arn:aws:iam::111122223333:role/${name}`, username: name, groups: [take()] }),
  );
  return {
    awsAuth: awsAuth && {
      ...awsAuth,
      mapRoles: `${awsAuth.mapRoles}${roles.map((role) => `- ${role}\n`).join("")}`,
    },
    accessEntries: [
      ...accessEntries,
      ...(entry === undefined
        ? []
        : texts(CONFIGURED).map((name) => ({
            ...entry,
            principalArn: `arn:aws:iam::111122223333:role/${name}`,
            username: name,
            kubernetesGroups: [take()],
          }))),
    ],
    rbac: [...rbac, ...texts(CONFIGURED).map((name) => clusterRole(name, take()))],
  };
}

function clusterRole(name: string, resource: string): ClusterConfiguration["rbac"][number] {
  const rules = [{ apiGroups: [""], resources: [resource], verbs: ["get"] }];
  return { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", metadata: { name }, rules };
}
