import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { roleNameOf } from "@/lib/domain/identity/principal";
import type { EventStore } from "@/lib/ports/event-store";
import { drawAttempts, HOURS, START } from "@/lib/testing/draw-attempts";
import { openEventStore } from "../open-event-store";

const HOUR = 3_600_000;
const DRAWN = drawAttempts(400, 7);
const RANGE = { from: START + 30 * HOUR + 1_234, to: START + HOURS * HOUR };
const PEOPLE = DRAWN.filter(({ class: kind }) => kind !== "node" && kind !== "aws");

let folder: string;
let store: EventStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-overview-"));
  store = await openEventStore({ path: join(folder, "events.duckdb") });
  const whole = { from: START, to: START + HOURS * HOUR };
  await store.deriveStretch(whole, whole, () => ({ attempts: DRAWN, unclaimed: [] }));
}, 60_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it("counts attempts by cluster and hour, ragged ends as far as they are asked for", async () => {
  const hours = await store.clusterHours(RANGE);
  const within = PEOPLE.filter(({ timeMs }) => timeMs >= RANGE.from && timeMs < RANGE.to);
  const sum = hours.reduce((n, { granted, denied }) => n + granted + denied, 0);
  expect(sum).toBe(within.length);
  const prod = within.filter(({ cluster, decision }) => cluster === "prod" && decision === "denied");
  const denied = hours.filter(({ cluster }) => cluster === "prod").reduce((n, one) => n + one.denied, 0);
  expect(denied).toBe(prod.length);
});

it("finds each role at a cluster where it never came before, and whether it is known elsewhere", async () => {
  const rolesAt = (late: boolean) =>
    PEOPLE.flatMap(({ caller, cluster, timeMs }) => {
      const role = caller?.canonicalArn ? roleNameOf(caller.canonicalArn) : "";
      return role === "" || timeMs >= RANGE.from !== late ? [] : [JSON.stringify([role, cluster])];
    });
  const before = rolesAt(false);
  const expected = [...new Set(rolesAt(true))].filter((one) => !before.includes(one)).sort();
  const sights = await store.firstSights(RANGE, 1_000, "all");
  const roles = sights.filter(({ kind }) => kind === "role");
  expect(roles.map(({ value, cluster }) => JSON.stringify([value, cluster])).sort()).toEqual(expected);
  for (const { value, isKnownElsewhere } of roles)
    expect(isKnownElsewhere).toBe(before.some((one) => one.startsWith(`[${JSON.stringify(value)},`)));
});

it("tells of some clusters what it would tell if there were no others", async () => {
  const clusters = [...new Set(PEOPLE.map(({ cluster }) => cluster))].sort();
  const seen = clusters.slice(0, 2);
  const isOf = ({ cluster }: { readonly cluster: string }) => seen.includes(cluster);
  const all = await store.firstSights(RANGE, 1_000, "all");
  const own = await store.firstSights(RANGE, 1_000, seen);
  const keyOf = ({ kind, value, cluster }: (typeof all)[number]) => `${kind} ${value} ${cluster}`;
  expect(own.map(keyOf).sort()).toEqual(all.filter(isOf).map(keyOf).sort());
  const earlier = PEOPLE.filter((one) => isOf(one) && one.timeMs < RANGE.from);
  const roles = earlier.flatMap(({ caller }) =>
    caller?.canonicalArn ? [roleNameOf(caller.canonicalArn)] : [],
  );
  for (const { kind, value, isKnownElsewhere } of own)
    if (kind === "role") expect(isKnownElsewhere).toBe(roles.includes(value));
  const { within, before } = await store.denialTexts(RANGE, seen);
  const denied = DRAWN.filter((one) => isOf(one) && one.decision === "denied");
  const errorsOf = (late: boolean) =>
    new Set(denied.filter(({ timeMs }) => timeMs >= RANGE.from === late).map(({ error }) => error ?? ""));
  expect([new Set(within.map(({ error }) => error)), new Set(before)]).toEqual([
    errorsOf(true),
    errorsOf(false),
  ]);
  expect(await store.firstSights(RANGE, 1_000, [])).toEqual([]);
});

it("finds groups and usernames in a range before which nothing was", async () => {
  const sights = await store.firstSights({ from: START, to: RANGE.to }, 1_000, "all");
  const found = (kind: string) => new Set(sights.flatMap((one) => (one.kind === kind ? [one.value] : [])));
  expect(found("group")).toEqual(
    new Set(PEOPLE.flatMap(({ kubernetes }) => kubernetes?.groups ?? []).filter(Boolean)),
  );
  expect(found("username")).toEqual(
    new Set(PEOPLE.flatMap(({ kubernetes }) => kubernetes?.username ?? []).filter(Boolean)),
  );
});

it("counts the denials of a step with their principals, and tells what was denied before", async () => {
  const steps = await store.denialSteps(RANGE, 600_000, 1_000);
  const denied = DRAWN.filter(({ decision }) => decision === "denied");
  for (const step of steps) {
    const own = denied.filter(
      ({ cluster, timeMs, error, caller }) =>
        cluster === step.cluster &&
        Math.floor(timeMs / 600_000) * 600_000 === step.stepMs &&
        timeMs >= RANGE.from &&
        (error ?? "") === step.error &&
        (caller?.canonicalArn ?? null) === step.principal,
    );
    expect(own).toHaveLength(step.denied);
  }
  const { within, before } = await store.denialTexts(RANGE, "all");
  const errorsOf = (late: boolean) =>
    new Set(denied.filter(({ timeMs }) => timeMs >= RANGE.from === late).map(({ error }) => error ?? ""));
  expect(new Set(within.map(({ error }) => error))).toEqual(errorsOf(true));
  expect(new Set(before)).toEqual(errorsOf(false));
});

it("counts sessions of each cluster, and of all together", async () => {
  const all = await store.attendance(RANGE);
  const within = PEOPLE.filter(({ timeMs, caller }) => timeMs >= RANGE.from && caller !== null);
  const sessions = new Set(within.map(({ caller }) => JSON.stringify([caller?.arn, caller?.accessKeyId])));
  expect(all.find(({ cluster }) => cluster === "")?.sessions).toBe(sessions.size);
});
