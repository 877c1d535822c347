import { expect, it } from "vitest";
import { loadAuditQuery, olderAuditHref } from "./load-audit-query";

const NOW = Date.UTC(2026, 10, 27, 17);
const DAY_MS = 86_400_000;
const load = (query: string) => loadAuditQuery(new URLSearchParams(query), NOW);

it("shows all of a week where nothing is asked", () => {
  expect(load("")).toMatchObject({
    query: {
      filter: { deed: null, who: null, sinceMs: NOW - 7 * DAY_MS, untilMs: null },
      before: null,
      limit: 100,
    },
    check: false,
    problems: [],
  });
});

it("reads what is asked", () => {
  expect(load("deed=export&who=+alice+&range=24h&cursor=41&limit=500&check=true")).toMatchObject({
    query: { filter: { deed: "export", who: "alice", sinceMs: NOW - DAY_MS }, before: 41, limit: 200 },
    check: true,
  });
});

it.each(["deed=drop", "deed=toString", "cursor=1e3", "cursor=-1", "check=1", "range=ever", "cluster=prod"])(
  "leaves out and names %s",
  (query) => {
    const { problems, query: asked } = load(query);
    expect(problems).toHaveLength(1);
    expect(asked).toEqual(load("").query);
  },
);

it("goes on in absolute time", () => {
  const href = olderAuditHref(load("deed=view&range=24h&check=true"), 7);
  expect(href).toBe(
    "/admin/audit?deed=view&from=2026-11-26T17%3A00%3A00.000Z&to=2026-11-27T17%3A00%3A00.000Z&cursor=7",
  );
});
