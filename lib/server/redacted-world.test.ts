import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nameHash } from "@/lib/testing/name-hash";
import { createRedactor } from "@/lib/domain/redact/redactor";
import { isPublicName } from "@/lib/domain/redact/public-name";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { NO_REQUEST_FACETS } from "@/lib/domain/summarize/requests/request-filter";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { Investigations } from "@/lib/ports/investigations";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { readSandbox, type SandboxRead } from "@/lib/testing/read-sandbox";
import { planFromOptions } from "./aws/aws-plan";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOURS = 6;
const RANGE = { from: NOW - HOURS * 3_600_000, to: NOW };
const FILTER: AttemptFilter = { ...NO_FACETS, range: RANGE, text: "", noise: "show" };

/** What pages show of the sandbox's world. */
async function askAll(ask: Investigations, cluster: string): Promise<Record<string, unknown>> {
  const attempts = await ask.searchAttempts(LOCAL_VIEWER, { filter: FILTER, cursor: null, limit: 200 });
  const ids = attempts.rows.map(({ id }) => id);
  const requests = await ask.searchRequests(LOCAL_VIEWER, {
    filter: { ...NO_REQUEST_FACETS, range: RANGE, text: "" },
    cursor: null,
    limit: 100,
  });
  const some = ids.filter((_, i) => i % 12 === 0);
  return {
    attempts,
    requests,
    details: await Promise.all(some.map((id) => ask.explainAttempt(LOCAL_VIEWER, { id }))),
    reaches: await Promise.all(
      some.slice(0, 5).map((id) => ask.reachOfAttempt(LOCAL_VIEWER, { id, request: null })),
    ),
    facets: await ask.countByFacet(LOCAL_VIEWER, { filter: FILTER, limit: 50 }),
    cluster: await ask.reportCluster(LOCAL_VIEWER, { name: cluster }),
    clusters: await ask.reportClusters(LOCAL_VIEWER, {}),
    configuration: await ask.reportConfiguration(LOCAL_VIEWER, { cluster }),
    overview: await ask.reportOverview(LOCAL_VIEWER, { lastMs: HOURS * 3_600_000 }),
    identity: await ask.reportIdentity(LOCAL_VIEWER, { kind: "person", value: "alice@example.com" }),
    raw: await ask.searchRaw(LOCAL_VIEWER, {
      range: RANGE,
      text: "alice",
      cluster: [],
      cursor: null,
      limit: 20,
    }),
    coverage: await ask.reportCoverage(LOCAL_VIEWER, {}),
  };
}

const PEOPLE = ["alice", "bob", "carol", "dave", "erin", "frank"];

describe("answers about the sandbox's world", { timeout: 60_000 }, () => {
  let read: SandboxRead;
  let answers: Record<string, unknown>;

  beforeAll(async () => {
    const plan = () => planFromOptions({ clusters: [], region: null, profile: null });
    read = await readSandbox(plan, { nowMs: NOW, hours: HOURS, scale: 1 });
    const about = { version: "0", sample: true, startedMs: NOW };
    answers = await askAll(createInvestigations({ ...read, about }), read.clusters[0] ?? "");
  }, 240_000);

  afterAll(() => read.close());

  /** Names that the world itself says, each a word that is no other's. */
  function namesOfWorld(): string[] {
    const truth = read.world.truth({ from: RANGE.from, to: NOW });
    const words = truth.flatMap(({ callerArn, accessKeyId, origin, cluster }) => [
      ...(callerArn?.split(/[:/]/).slice(4) ?? []),
      accessKeyId ?? "",
      ...(origin?.kind === "aws" ? [] : [origin?.name ?? ""]),
      origin?.userId ?? "",
      cluster,
    ]);
    const single = words.filter(
      (word) => word.length > 4 && /[\d@_-]|[a-z][A-Z]/.test(word) && !isPublicName(word),
    );
    return [...new Set([...single, ...read.clusters])];
  }

  it.each(["R1", "R2"] as const)("hold nothing at %s by which anybody is known", (level) => {
    const told = createRedactor(level, nameHash("key")).value(answers);
    const traces: string[] = [];
    const names = level === "R2" ? [...namesOfWorld(), "111122223333"] : [];
    const look = (value: unknown, path: string) => {
      if (typeof value === "object" && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
          look(key, `${path} KEY`);
          look(inner, `${path}.${key}`);
        }
      }
      if (typeof value !== "string") return;
      const shapes = [
        /[\w.]+@example\.com/i,
        new RegExp(`\\b(${PEOPLE.join("|")})-example\\.com`, "i"),
        /(?<![\w-])\d{12}(?!\w)/,
        /\b(AKIA|ASIA)[A-Z0-9]{8}/,
        /\b203\.0\.113\.[1-9]/,
        ...(level === "R2"
          ? [/\b(AROA|AIDA)[A-Z0-9]{8}/, new RegExp(`\\b(${PEOPLE.join("|")})\\b`, "i")]
          : []),
      ];
      const found = shapes.map((shape) => shape.exec(value)?.[0]).find((one) => one !== undefined);
      const name = names.find((one) =>
        new RegExp(`(?<![A-Za-z0-9])${one.replace(/[.+]/g, "\\$&")}(?![A-Za-z0-9])`).test(value),
      );
      if (found ?? name)
        traces.push(`${path.replace(/\.\d+/g, "[]")}: ${found ?? name} in ${value.slice(0, 160)}`);
    };
    look(told, "");
    expect([...new Set(traces)].slice(0, 40)).toEqual([]);
  });
});
