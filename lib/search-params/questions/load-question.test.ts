import { expect, test } from "vitest";
import { loadCutOff } from "./cut-off-query";
import { loadMappingUse } from "./mapping-use-query";
import { loadWhatChanged } from "./what-changed-query";
import { loadWhoDidThis } from "./who-did-this-query";
import { loadWhoIsBehind } from "./who-is-behind-query";
import { loadWhyNotIn } from "./why-not-in-query";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR_MS = 3_600_000;

test("a form's empty fields ask for nothing, and the time has a default", () => {
  const { query, range, problems } = loadCutOff(new URLSearchParams("who=&range=&v=1"), NOW);
  expect({ query, problems, range }).toEqual({
    query: null,
    problems: [],
    range: { from: NOW - 48 * HOUR_MS, to: NOW },
  });
});

test("what cannot be read is left out and named, and the rest is asked", () => {
  const asked = loadWhatChanged(new URLSearchParams("cluster=prod&colour=red&range=soon&v=99"), NOW);
  expect(asked.query).toEqual({
    cluster: "prod",
    who: null,
    range: { from: NOW - 7 * 24 * HOUR_MS, to: NOW },
  });
  expect(asked.problems.map(({ parameter }) => parameter).sort()).toEqual(["colour", "range", "v"]);
});

test("a question of all that was read takes no time", () => {
  const { query, problems } = loadMappingUse(new URLSearchParams("cluster=prod&range=7d"), NOW);
  expect(query).toEqual({ cluster: "prod" });
  expect(problems.map(({ parameter }) => parameter)).toEqual(["range"]);
});

test("a turned time is left out and named", () => {
  const given = "cluster=prod&from=2026-11-20T10:00:00Z&to=2026-11-20T09:00:00Z";
  const { params, problems } = loadWhatChanged(new URLSearchParams(given), NOW);
  expect(params.toString()).toBe("cluster=prod");
  expect(problems.map(({ parameter }) => parameter)).toEqual(["from"]);
});

test("a token that was pasted is neither asked for nor kept in the form", () => {
  const given = new URLSearchParams({ who: "alice", cluster: "prod", message: "k8s-aws-v1.aHR0cHM6Ly9zdHM" });
  const { query, params, problems } = loadWhyNotIn(given, NOW);
  expect(query).toMatchObject({ who: "alice", message: null });
  expect(params.has("message")).toBe(false);
  expect(problems.map(({ parameter }) => parameter)).toEqual(["message"]);
});

test("a deed needs one thing that is known of it, and any one is enough", () => {
  expect(loadWhoDidThis(new URLSearchParams("cluster=prod&verb=&name="), NOW).query).toBeNull();
  const { query, problems } = loadWhoDidThis(
    new URLSearchParams("name=shop&range=1h&verb=a&colour=red"),
    NOW,
  );
  expect(query).toMatchObject({ verb: "a", name: "shop", resource: null, cluster: null });
  expect(query?.range).toEqual({ from: NOW - HOUR_MS, to: NOW });
  expect(problems.map(({ parameter }) => parameter)).toEqual(["colour"]);
});

test("a whole line of a log may be asked about, and a token in it is not", () => {
  const line = `time="2026-11-20T11:59:00Z" level=info msg="access granted" arn="arn:aws:iam::111122223333:role/${"x".repeat(1_500)}"`;
  expect(loadWhoIsBehind(new URLSearchParams({ who: line }), NOW).query).toMatchObject({ who: line });
  const token = loadWhoIsBehind(new URLSearchParams({ who: "k8s-aws-v1.aHR0cHM6Ly9zdHM" }), NOW);
  expect([token.query, token.params.has("who")]).toEqual([null, false]);
});
