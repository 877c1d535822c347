import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { EventStore } from "@/lib/ports/event-store";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { createWorld } from "@/lib/sandbox/world/world";
import type { WorldAttempt } from "@/lib/sandbox/world/world-day";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { readTold, readTraced } from "./score/read-told";
import { tellPlainly } from "./score/tell-plainly";
import { createVirtualClock } from "./virtual-clock";

const EVER = Number.MAX_SAFE_INTEGER;
/** What is rare comes every third day. A day of before Identity Center's events changed as well (facts: aws §4.5). */
const DAYS = [
  { from: Date.UTC(2025, 4, 13), to: Date.UTC(2025, 4, 14) },
  { from: Date.UTC(2026, 10, 16), to: Date.UTC(2026, 10, 19) },
];
/** No more can be asked at once. */
const AT_ONCE = 500;
const world = createWorld(1);

const PORTAL = ["user-authentication", "create-token", "get-role-credentials", "assume-role-with-saml"];
const TILE = ["user-authentication", "federate", "assume-role-with-saml"];
const IN_2025 = DAYS[0]?.to ?? 0;

interface Kind {
  readonly story: string;
  readonly origin: string;
  readonly hops: readonly string[];
  /** Of those that were told with this origin's name. */
  readonly name?: RegExp;
  readonly isOld?: boolean;
}

/** Each way to credentials: its story in the sandbox, the origin's kind, the hops from the origin on. */
const KINDS: readonly (readonly [string, Kind])[] = [
  [
    "Identity Center, by name before July 2025",
    { story: "person", origin: "person", hops: PORTAL, isOld: true },
  ],
  ["Identity Center, by id since then", { story: "person", origin: "person", hops: PORTAL }],
  ["a customer's SAML provider", { story: "SAML", origin: "person", hops: ["assume-role-with-saml"] }],
  ["a role taken by a role", { story: "role chaining", origin: "person", hops: [...PORTAL, "assume-role"] }],
  [
    "two of them, the second across accounts",
    { story: "role chaining", origin: "person", hops: [...PORTAL, "assume-role", "assume-role"] },
  ],
  [
    "session tags and a source identity",
    {
      story: "session tags",
      origin: "person",
      hops: ["assume-role-with-saml", "assume-role"],
      name: /^grace@/,
    },
  ],
  ["AssumeRoot", { story: "root", origin: "person", hops: [...PORTAL, "assume-root"] }],
  ["the console, by a tile", { story: "console", origin: "person", hops: [...TILE, "console-login"] }],
  [
    "the console, by a password",
    { story: "console", origin: "person", hops: ["console-login"], name: /^heidi$/ },
  ],
  [
    "the console, by a broker's link",
    { story: "console", origin: "person", hops: ["assume-role", "console-login"], name: /^access-broker$/ },
  ],
  ["the console, as root", { story: "console", origin: "root", hops: ["console-login"] }],
  ["aws login", { story: "aws login", origin: "person", hops: [...TILE, "console-login", "oauth-token"] }],
  ["an agent", { story: "agent", origin: "person", hops: [...TILE, "console-login", "oauth-token"] }],
  ["GetSessionToken", { story: "session token", origin: "person", hops: ["get-session-token"] }],
  ["GetFederationToken", { story: "federation token", origin: "person", hops: ["get-federation-token"] }],
  [
    "IAM Roles Anywhere",
    { story: "certificate", origin: "workload", hops: ["roles-anywhere", "assume-role"] },
  ],
  ["an account that nobody reads", { story: "vendor", origin: "unknown", hops: ["assume-role"] }],
  [
    "IRSA",
    { story: "workload", origin: "workload", hops: ["assume-role-with-web-identity"], name: /:argocd:/ },
  ],
  [
    "EKS Pod Identity",
    { story: "workload", origin: "workload", hops: ["pod-identity", "assume-role"], name: /:velero:/ },
  ],
  ["GitHub's OIDC", { story: "CI", origin: "ci", hops: ["assume-role-with-web-identity"], name: /^repo:/ }],
  [
    "another OIDC provider, in another account",
    { story: "other account", origin: "ci", hops: ["assume-role-with-web-identity"], name: /^project_path:/ },
  ],
  ["an instance's profile", { story: "node", origin: "node", hops: ["assume-role"] }],
  ["an IAM user's own key", { story: "IAM user", origin: "person", hops: [] }],
  ["an AWS service's role", { story: "EKS", origin: "aws", hops: [], name: /AWSServiceRoleForAmazonEKS/ }],
  ["EKS's own actors", { story: "EKS", origin: "aws", hops: [], name: /^eks:/ }],
];

describe("the chain of every kind of credentials, through the store", () => {
  let folder: string;
  let store: EventStore;
  let told: readonly { readonly truth: WorldAttempt; readonly chain: AttemptChain }[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-every-chain-"));
    store = await openEventStore({ path: join(folder, "events.duckdb"), threads: 1 });
    await readTold(
      store,
      DAYS.flatMap((range) => tellPlainly(world, range)),
      EVER / 4,
    );
    told = await traceAll(store);
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it.each(KINDS)("%s", (_, kind) => {
    const found = told.filter(({ truth }) => isOfKind(truth, kind));
    expect(found.length).toBeGreaterThan(0);
    for (const { truth, chain } of found) {
      expect(chain.hops.map((hop) => hop.kind)).toEqual(kind.hops);
      expect(chain.hops.map(({ eventId }) => eventId)).toEqual(truth.chain.map(({ eventId }) => eventId));
      expect(chain.hops.flatMap(({ twins }) => twins)).toEqual(
        truth.chain.flatMap(({ twinId }) => twinId ?? []),
      );
      expect(chain.origin.kind).toBe(kind.origin);
      if (kind.origin === "unknown") expect(chain.end).toBe("callers-account-unread");
      else expect(chain.origin.name).toBe(truth.origin?.name);
    }
  });

  it("is proved by records that are stored, hop by hop", async () => {
    const ids = new Set(
      told.flatMap(({ chain }) =>
        chain.hops.flatMap(({ eventId, twins, alternatives }) => [eventId ?? [], twins, alternatives].flat()),
      ),
    );
    const stored = await store.readEvents([...ids], { from: 0, to: EVER / 4 });
    expect(ids.size).toBeGreaterThan(500);
    expect(new Set(stored.map(({ eventId }) => eventId))).toEqual(ids);
  });
});

/** Those that were paired with their event: how an attempt finds its event is not asked here. */
async function traceAll(store: EventStore) {
  const truths = new Map(
    DAYS.flatMap((range) => world.truth({ ...range, to: range.to - 1 })).map((one) => [
      one.line.eventId,
      one,
    ]),
  );
  const clock = createVirtualClock(EVER / 4);
  const ask = createInvestigations({ store, clock, about: { version: "0", sample: false, startedMs: 0 } });
  const range = { from: 0, to: EVER / 4 };
  const attempts = await readTraced(store, range);
  const ids = attempts
    .filter(({ sts, caller }) => sts?.eventId || caller === null || isEks(caller.arn))
    .map(({ id }) => id);
  const chains: AttemptChain[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    chains.push(...(await ask.traceChains(LOCAL_VIEWER, { ids: ids.slice(from, from + AT_ONCE), range })));
  return chains.flatMap((chain) => {
    const truth = truths.get(chain.logEventId ?? "");
    return truth === undefined ? [] : [{ truth, chain }];
  });
}

/** Their events stand in a trail of AWS's own. */
function isEks(arn: string | null): boolean {
  return arn?.includes("AWSWesley") ?? false;
}

function isOfKind({ story, origin, timeMs, chain }: WorldAttempt, kind: Kind): boolean {
  if (story !== kind.story || chain.length !== kind.hops.length) return false;
  if ((kind.isOld ?? false) !== timeMs < IN_2025 && story === "person") return false;
  if (kind.origin !== "unknown" && kindOf(origin) !== kind.origin) return false;
  return kind.name?.test(origin?.name ?? "") ?? true;
}

function kindOf(origin: WorldAttempt["origin"]): string | undefined {
  return origin?.kind === "iam-user" ? "person" : origin?.kind;
}
