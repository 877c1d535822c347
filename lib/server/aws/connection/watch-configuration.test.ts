import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { historyOfCluster } from "@/lib/domain/correlate/configuration/cluster-history";
import { configurationAt, withRbac } from "@/lib/domain/explain/configuration/configuration-at";
import type { ConfigurationReading } from "@/lib/domain/summarize/configuration/configuration-reading";
import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";
import { type Sandbox, type SandboxOptions, startSandbox } from "@/lib/sandbox/start-sandbox";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { planFromOptions } from "../aws-plan";
import { type AwsConnection, connectAws } from "../connect-aws";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const NOON = Date.UTC(2026, 10, 18, 12);
const CLUSTERS = ["prod", "staging", "devCluster"];

/** Short waits, for a turn, pass at once; until the next look it is never. */
function createShortClock(): Clock {
  let nowMs = NOON;
  return {
    now: () => nowMs,
    sleep(ms, signal) {
      if (ms < 60_000) {
        nowMs += ms;
        return Promise.resolve();
      }
      return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    },
  };
}

let folder: string;
let sandbox: Sandbox;
let store: EventStore;
let connection: AwsConnection;
const failures: unknown[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-configuration-"));
  store = await openEventStore({ path: join(folder, "events.duckdb"), threads: 1 });
});
afterEach(async () => {
  connection.stop();
  await sandbox.close();
  await store.close();
  rmSync(folder, { recursive: true });
  expect(failures).toEqual([]);
});

/** Connects to the sandbox, and waits until each cluster's parts were asked for once. */
async function connect(knobs: SandboxOptions["knobs"] = {}): Promise<void> {
  const clock = createShortClock();
  sandbox = await startSandbox({ now: clock.now, sleep: async () => {}, knobs });
  Object.assign(process.env, sandbox.env);
  const opened: Promise<unknown>[] = [];
  connection = connectAws(planFromOptions({ region: "eu-west-1", profile: null, clusters: CLUSTERS }), {
    clock,
    onSource: ({ descriptor }) => {
      if (descriptor.cluster !== null)
        opened.push(store.openSource(descriptor, { from: NOON - 1, to: NOON }, "reading"));
    },
    onConfiguration: store.noteSeen,
    onFailure: (error) => failures.push(error),
  });
  await connection.firstLook;
  await expect
    .poll(() => CLUSTERS.map((name) => connection.configurations.of(name).length), { timeout: 20_000 })
    .toEqual([4, 3, 3]);
  await Promise.all(opened);
}

const partsOf = async (cluster: string) => {
  const history = historyOfCluster(await store.configurationMarks(cluster));
  return withRbac(configurationAt(history, NOON, { eks: null, awsAuth: null }), history, NOON).known;
};
const problemOf = (cluster: string, part: ConfigurationReading["part"]) =>
  connection.configurations.of(cluster).find((one) => one.part === part)?.problem ?? null;

describe("the configuration of connected clusters", () => {
  it("is read whole, each part of where the mode has it", async () => {
    await connect();
    for (const name of CLUSTERS) {
      const cluster = sandbox.world.clusters.find((one) => one.name === name);
      if (cluster === undefined) throw new Error(name);
      const truth = sandbox.world.configurationOf(cluster, NOON);
      const { mode, accessEntries, awsAuth, rbac } = await partsOf(name);
      expect(mode).toBe(cluster.authenticationMode);
      const arns = (all: readonly { readonly principalArn: string }[]) =>
        all.map((one) => one.principalArn).sort();
      expect(arns(accessEntries ?? [])).toEqual(arns(truth.accessEntries));
      expect(accessEntries?.flatMap(({ policies }) => policies).length ?? 0).toBe(
        truth.accessEntries.flatMap(({ policies }) => policies).length,
      );
      expect(awsAuth === null).toBe(truth.awsAuth === null);
      expect(rbac?.roles.length).toBe(truth.rbac.filter(({ kind }) => kind.endsWith("Role")).length);
    }
  });

  it("is read as far as it can be, and what is refused is named with the permission that is missing", async () => {
    await connect({
      denied: ["eks:DescribeAccessEntry access-entry/prod/"],
      privateEndpoints: ["prod"],
      noKubernetesAccess: ["devCluster"],
    });
    expect(problemOf("prod", "accessEntries")).toMatchObject({
      code: "forbidden",
      permission: "eks:DescribeAccessEntry",
    });
    expect(problemOf("prod", "awsAuth")).toMatchObject({ code: "unreachable" });
    expect(problemOf("devCluster", "awsAuth")?.message).toContain("does not know the identity");
    expect(problemOf("staging", "accessEntries")).toBeNull();
    expect(await partsOf("prod")).toMatchObject({
      mode: "API_AND_CONFIG_MAP",
      accessEntries: null,
      awsAuth: null,
    });
    expect((await partsOf("staging")).accessEntries?.length).toBeGreaterThan(5);
  });
});
