import { afterEach, describe, expect, it } from "vitest";
import type { Clock } from "@/lib/ports/clock";
import type { EventSource } from "@/lib/ports/event-source";
import { type Sandbox, type SandboxOptions, startSandbox } from "@/lib/sandbox/start-sandbox";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { type AwsPlan, planFromConfig } from "./aws-plan";
import { readConfigText } from "../config-file/read-config-text";
import { type AwsConnection, connectAws } from "./connect-aws";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const LAST_HOUR = { from: NOW - HOUR, to: NOW };
const signal = new AbortController().signal;

const THREE_ACCOUNTS = `
accounts:
  - id: "111122223333"
    regions: [eu-west-1]
  - id: "444455556666"
    role: arn:aws:iam::444455556666:role/gatebook
    externalId: gatebook-7f3a9c
    regions: [eu-west-1, us-east-2]
  - id: "777788889999"
    role: arn:aws:iam::777788889999:role/gatebook
    externalId: gatebook-7f3a9c
    regions: [us-east-2]
`;

describe("a connection", () => {
  let sandbox: Sandbox | null = null;
  let connection: AwsConnection | null = null;
  let clock: Clock;
  const sources = new Map<string, EventSource>();
  afterEach(async () => {
    connection?.stop();
    await sandbox?.close();
    sources.clear();
  });

  async function connect(
    config: string,
    options: Partial<SandboxOptions> = {},
    readBefore: ReadonlyMap<string, string> = new Map(),
  ): Promise<AwsConnection> {
    clock = createVirtualClock(NOW);
    sandbox = await startSandbox({ now: clock.now, sleep: clock.sleep, ...options });
    const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
    Object.assign(process.env, sandbox.env, quiet);
    connection = connectAws(planOf(config), {
      clock,
      readBefore,
      onSource: (source) =>
        void (sources.has(source.descriptor.id) || sources.set(source.descriptor.id, source)),
      onFailure: (error) => {
        throw error;
      },
    });
    await connection.firstLook;
    return connection;
  }

  const ofHistories = () => [...sources.keys()].filter((id) => id.startsWith("cloudtrail/")).sort();
  const trails = () => ofHistories().filter((id) => !/\/(sign-ins|configuration)$/.test(id));
  const problems = () =>
    (connection?.notes.all() ?? [])
      .map(({ id, problem }) => [id, problem.code, problem.permission])
      .sort(([a], [b]) => String(a).localeCompare(String(b)));
  const readOnce = (id: string) => {
    const source = sources.get(id);
    if (source === undefined) throw new Error(`no source ${id}`);
    return source.read(LAST_HOUR, null, signal);
  };
  const until = async (check: () => boolean) => {
    while (!check()) {
      await clock.sleep(1_000);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const countCalls = (action: string) => sandbox?.requests().filter((one) => one.action === action).length;

  it("takes the roles of a config, and reads each account with its own", async () => {
    await connect(THREE_ACCOUNTS);
    expect(problems()).toEqual([]);
    expect(trails()).toEqual([
      "cloudtrail/111122223333/eu-west-1",
      "cloudtrail/111122223333/us-east-1",
      "cloudtrail/444455556666/eu-west-1",
      "cloudtrail/444455556666/us-east-1",
      "cloudtrail/444455556666/us-east-2",
      "cloudtrail/777788889999/us-east-1",
      "cloudtrail/777788889999/us-east-2",
    ]);
    const withClusters = ["cloudtrail/111122223333/eu-west-1"];
    expect(ofHistories()).toEqual(
      trails().flatMap((id) => [
        id,
        ...(withClusters.includes(id) ? [`${id}/configuration`] : []),
        `${id}/sign-ins`,
      ]),
    );
    await Promise.all(trails().map(readOnce));
    const asked =
      sandbox?.requests().filter(({ action, error }) => action === "LookupEvents" && error === null) ?? [];
    expect(new Set(asked.map(({ accountId, region }) => `cloudtrail/${accountId}/${region}`)).size).toBe(7);
    expect(countCalls("AssumeRole")).toBeGreaterThanOrEqual(2);
  });

  it("finds every cluster of the organisation, and one that is made later", async () => {
    const absentClusters = ["staging"];
    await connect(THREE_ACCOUNTS, { scale: 6, knobs: { absentClusters } });
    const wanted = (sandbox?.world.clusters ?? []).filter(
      ({ accountId, region }) => accountId !== "111122223333" || region === "eu-west-1",
    );
    const logs = () =>
      [...sources.values()].flatMap(({ descriptor: { kind, cluster } }) =>
        kind === "authenticator-log" && cluster !== null ? [cluster] : [],
      );
    const read = wanted.filter(
      ({ accountId, region }) => accountId !== "777788889999" || region === "us-east-2",
    );
    expect(logs().sort()).toEqual(read.flatMap(({ name }) => (name === "staging" ? [] : [name])).sort());
    absentClusters.length = 0;
    await until(() => logs().length === read.length);
    expect(problems()).toEqual([]);
  });

  it("goes on reading a cluster that is gone, and says so", async () => {
    const absentClusters: string[] = [];
    const id = "authenticator-log/111122223333/eu-west-1/staging";
    await connect(THREE_ACCOUNTS, { knobs: { absentClusters } });
    expect(problems()).toEqual([]);
    absentClusters.push("staging");
    await until(() => problems().length > 0);
    expect(connection?.notes.all()).toMatchObject([{ id, cluster: "staging", state: "gone" }]);
    expect((await readOnce(id)).records.length).toBeGreaterThan(0);
    absentClusters.length = 0;
    await until(() => problems().length === 0);
  });

  it("goes on reading what was read before, though its cluster is gone or the list is refused", async () => {
    const before = "authenticator-log/111122223333/eu-west-1/";
    const known = new Map([[`${before}staging`, "staging"]]);
    const knobs = { absentClusters: ["staging"], denied: ["eks:ListClusters"] };
    await connect(THREE_ACCOUNTS, { knobs }, known);
    expect(problems()[0]).toEqual(["connection/111122223333/eu-west-1", "forbidden", "eks:ListClusters"]);
    expect((await readOnce(`${before}staging`)).records.length).toBeGreaterThan(0);
  });

  it("goes on without an account whose role is refused, and says what to do", async () => {
    await connect(THREE_ACCOUNTS.replace("gatebook-7f3a9c", "guessed"));
    expect(problems()).toEqual([
      ["connection/arn:aws:iam::444455556666:role/gatebook", "forbidden", "sts:AssumeRole"],
    ]);
    const [note] = connection?.notes.all() ?? [];
    expect(note).toMatchObject({ accountId: "444455556666", kind: "connection", state: "failed" });
    expect(note?.problem.message).toContain("arn:aws:iam::444455556666:role/gatebook");
    expect(note?.problem.remedy).toContain("external id");
    expect(trails()).toHaveLength(4);
  });

  it("comes back by itself when AWS relents", async () => {
    await connect(THREE_ACCOUNTS, {
      faults: { calls: [{ kind: "denied", actions: ["sts:AssumeRole"], toS: 60 }] },
    });
    expect(problems()).toHaveLength(2);
    expect(trails()).toHaveLength(2);
    await until(() => problems().length === 0);
    expect(trails()).toHaveLength(7);
  });

  it("says that a Region is not enabled, and reads the other", async () => {
    await connect(THREE_ACCOUNTS, { knobs: { disabledRegions: ["us-east-2"] } });
    expect(problems()).toEqual([
      ["connection/444455556666/us-east-2", "region-disabled", null],
      ["connection/arn:aws:iam::777788889999:role/gatebook", "region-disabled", null],
    ]);
    await expect(readOnce("cloudtrail/444455556666/eu-west-1")).resolves.toBeDefined();
    const [note] = connection?.notes.all() ?? [];
    expect(note?.problem.message).toContain("us-east-2");
    expect(note?.problem.command).toBe("aws account enable-region --region-name us-east-2");
  });

  it("renews a role's credentials before they expire, and when AWS no longer takes them", async () => {
    await connect(THREE_ACCOUNTS);
    await clock.sleep(56 * 60_000);
    await readOnce("cloudtrail/444455556666/us-east-2");
    expect(countCalls("AssumeRole")).toBeGreaterThan(2);
    await clock.sleep(5 * HOUR);
    await readOnce("cloudtrail/444455556666/us-east-2");
    expect(sandbox?.requests().filter(({ error }) => error?.startsWith("ExpiredToken"))).toEqual([]);
  });

  it("notices when a cluster's log is switched on", async () => {
    const logTypeOff = ["staging"];
    await connect(THREE_ACCOUNTS, { knobs: { logTypeOff } });
    const id = "authenticator-log/111122223333/eu-west-1/staging";
    await expect(readOnce(id)).rejects.toMatchObject({
      problem: { code: "log-type-off", command: expect.stringContaining("--name staging") },
    });
    logTypeOff.length = 0;
    expect((await readOnce(id)).records.length).toBeGreaterThan(0);
  });

  it("says whose credentials they are when the config takes them for another account's", async () => {
    await connect('accounts:\n  - id: "777788889999"\n    regions: [eu-west-1]\n');
    expect(connection?.notes.all()).toMatchObject([
      { accountId: "777788889999", problem: { message: expect.stringContaining("111122223333") } },
    ]);
    expect(sources.size).toBe(0);
  });

  it("is not held up by an endpoint that never answers", async () => {
    await connect(THREE_ACCOUNTS, {
      faults: { calls: [{ kind: "silence", actions: ["eks:ListClusters"], region: "us-east-2" }] },
    });
    expect(problems()).toEqual([
      ["connection/444455556666/us-east-2", "unreachable", null],
      ["connection/777788889999/us-east-2", "unreachable", null],
    ]);
    expect([...sources.keys()]).toContain("authenticator-log/111122223333/eu-west-1/prod");
  }, 60_000);
});

function planOf(config: string): AwsPlan {
  const reading = readConfigText(config);
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes));
  return planFromConfig(reading.config);
}
