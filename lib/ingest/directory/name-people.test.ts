import { setMaxListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { AskedUser, UserToName } from "@/lib/ports/directory-store";
import { type Sandbox, type SandboxOptions, startSandbox } from "@/lib/sandbox/start-sandbox";
import { SANDBOX_KEY } from "@/lib/sandbox/wire/principals";
import { createDirectories } from "@/lib/server/aws/connection/create-directories";
import { createAwsClients } from "@/lib/server/aws/aws-clients";
import { classifyFailure } from "@/lib/sources/aws/classify-failure";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { createRequestBudgets } from "../budgets/create-request-budgets";
import { namePeople } from "./name-people";

const NOW = Date.UTC(2026, 10, 20, 12);
const PLACE = { storeId: "d-99670a1b2c", accountId: "111122223333", region: "eu-west-1" };
const ALICE = "d2c5f4e4-10a1-70b4-9d3e-000000000001";
/** Whom the identity store knows no more. */
const LEFT = "d2c5f4e4-10a1-70b4-9d3e-00000000000b";
const PATIENCE = { timeout: 20_000, interval: 20 };

let sandbox: Sandbox;
let abort: AbortController;
let running: Promise<void>;
const saved = { ...process.env };

beforeEach(() => {
  abort = new AbortController();
  setMaxListeners(0, abort.signal);
});
afterEach(async () => {
  abort.abort();
  await running;
  await sandbox.close();
  process.env = { ...saved };
});

/** People to name, with what was last said of each: asked again only when that holds no more. */
function aStore(users: readonly UserToName[]) {
  const kept = new Map<string, AskedUser>();
  return {
    kept,
    usersToName: async (nowMs: number, limit: number) =>
      users.filter(({ userId }) => (kept.get(userId)?.untilMs ?? 0) <= nowMs).slice(0, limit),
    keepUsers: async (asked: readonly AskedUser[]) => {
      for (const one of asked) kept.set(one.userId, one);
    },
  };
}

async function start(users: readonly UserToName[], options: Partial<SandboxOptions> = {}) {
  const clock = createVirtualClock(NOW);
  sandbox = await startSandbox({ now: clock.now, sleep: async () => undefined, ...options });
  Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
  const budgets = createRequestBudgets({ clock, quotaShare: 0.5, classify: classifyFailure });
  const directories = createDirectories(budgets);
  const credentials = { get: async () => ({ ...SANDBOX_KEY }), forget: () => undefined };
  directories.add({ accountId: PLACE.accountId, clients: createAwsClients(credentials) });
  const store = aStore(users);
  const problems: SourceProblem[] = [];
  const onProblem = (problem: SourceProblem) => void problems.push(problem);
  const onFailure = (error: unknown) => {
    throw error;
  };
  running = namePeople({ store, directories, clock, signal: abort.signal, onProblem, onFailure });
  const outcomes = () => [...store.kept.values()].map(({ answer }) => answer.outcome);
  return { clock, store, problems, outcomes };
}

const asked = (userId?: string) =>
  sandbox
    .requests()
    .filter(({ action, input }) => action === "DescribeUser" && (!userId || input.UserId === userId));

describe("the people behind attempts", () => {
  it("are named by Identity Center, each asked about once; who left is asked about again after a day", async () => {
    const { clock, store } = await start([ALICE, LEFT].map((userId) => ({ userId, place: PLACE })));
    await vi.waitFor(() => expect(store.kept.size).toBe(2), PATIENCE);
    const entry = { userName: "alice@example.com", displayName: "Alice Example", email: "alice@example.com" };
    expect(store.kept.get(ALICE)?.answer).toEqual({ outcome: "found", entry });
    expect(store.kept.get(LEFT)?.answer).toEqual({ outcome: "unknown-user" });
    await vi.waitFor(() => expect(asked(LEFT).length).toBeGreaterThan(2), PATIENCE);
    const days = (clock.now() - NOW) / 86_400_000;
    expect(asked(LEFT).length).toBeLessThanOrEqual(days + 2);
    expect(asked(ALICE).length).toBeLessThanOrEqual(Math.ceil(days / 30) + 1);
    expect(asked()[0]).toMatchObject({ service: "identitystore", region: "eu-west-1", status: 200 });
  });

  it("cost one request an hour where asking is not allowed, which is told with the permission", async () => {
    const many = Array.from({ length: 120 }, (_, n) => ({
      userId: `d2c5f4e4-10a1-70b4-9d3e-${String(n).padStart(12, "0")}`,
      place: PLACE,
    }));
    const { clock, problems, outcomes } = await start(many, {
      knobs: { denied: ["identitystore:DescribeUser"] },
    });
    await vi.waitFor(() => expect(outcomes()).toHaveLength(120), PATIENCE);
    expect(new Set(outcomes())).toEqual(new Set(["denied"]));
    expect(problems[0]).toMatchObject({ code: "forbidden", permission: "identitystore:DescribeUser" });
    await vi.waitFor(() => expect(asked().length).toBeGreaterThan(2), PATIENCE);
    expect(asked().length).toBeLessThanOrEqual((clock.now() - NOW) / 3_600_000 + 2);
  });

  it("are named all the same while AWS throttles and fails now and then", async () => {
    const kinds = ["throttled", "internal-error", "half"] as const;
    const calls = kinds.map((kind) => ({ kind, actions: ["identitystore:*"], share: 0.25 }));
    const users = Array.from({ length: 20 }, (_, n) => ({
      userId: `d2c5f4e4-10a1-70b4-9d3e-10000000000${n % 10}`.slice(0, 34) + String(n).padStart(2, "0"),
      place: PLACE,
    }));
    const { store, outcomes } = await start(users, { faults: { seed: 7, calls } });
    await vi.waitFor(() => expect(outcomes().filter((one) => one === "found")).toHaveLength(20), PATIENCE);
    expect(store.kept.size).toBe(20);
  });

  it("are not taken for gone where the identity store itself is not found", async () => {
    const elsewhere = { ...PLACE, region: "us-east-2" };
    const { problems, outcomes } = await start([{ userId: ALICE, place: elsewhere }]);
    await vi.waitFor(() => expect(outcomes()).toEqual(["failed"]), PATIENCE);
    expect(problems[0]?.message).toContain("identity store d-99670a1b2c");
  });

  it("wait where nobody is known to ask", async () => {
    const { store, clock } = await start([{ userId: ALICE, place: { ...PLACE, region: null } }]);
    await vi.waitFor(() => expect(clock.now()).toBeGreaterThan(NOW + 600_000), PATIENCE);
    expect(store.kept.size).toBe(0);
    expect(asked()).toEqual([]);
  });
});
