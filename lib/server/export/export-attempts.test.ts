import { expect, it } from "vitest";
import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { drawAttempts, START } from "@/lib/testing/draw-attempts";
import { exportFormOf } from "./export-form";
import { exportName } from "./export-name";
import { printExport } from "./print-export";
import { streamText } from "./stream-text";

const range = { from: START, to: START + 86_400_000 };
const rows = drawAttempts(7, 1).map((attempt) => ({ ...attempt, origin: null }));

/** The rows, page by page; and which pages were asked for. */
function pages(total = rows.length) {
  const asked: string[] = [];
  const pageAt = (position: number): AttemptPage => ({
    rows: rows.slice(position, position + 3),
    next: position + 3 < rows.length ? String(position + 3) : null,
    position,
    total,
    range,
  });
  const ask = async (cursor: string) => {
    asked.push(cursor);
    return pageAt(Number(cursor));
  };
  return { asked, first: pageAt(0), ask };
}

function formOf(query: string) {
  return exportFormOf(new URLSearchParams(query));
}

it("writes every row of the list, and an end that says how many", async () => {
  const { first, ask } = pages();
  const text = await new Response(
    streamText(printExport(first, ask, formOf("format=ndjson")), () => undefined),
  ).text();
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([...rows, { end: { rows: 7 } }]);
});

it("numbers the records of CSV, and begins with a byte order mark only where that is asked for", async () => {
  const read = async (query: string) => {
    const { first, ask } = pages();
    const stream = streamText(printExport(first, ask, formOf(query)), () => undefined);
    return Buffer.from(await new Response(stream).arrayBuffer()).toString("utf8");
  };
  const csv = await read("");
  expect(csv.startsWith("row,time,cluster,")).toBe(true);
  expect(csv).toMatch(/\r\n7,2026-[^\r]+\r\n$/);
  expect(await read("bom=true")).toBe(`\uFEFF${csv}`);
});

it("asks for a page only when the last was taken, and for none once the reader has gone", async () => {
  const { first, ask, asked } = pages();
  let ended = 0;
  const reader = streamText(printExport(first, ask, formOf("")), () => ended++).getReader();
  await reader.read();
  await new Promise(setImmediate);
  expect(asked).toEqual([]);
  await reader.cancel();
  expect([asked, ended]).toEqual([[], 1]);
});

it("breaks off, and does not end, when it does not hold what was promised", async () => {
  const { first, ask } = pages(8);
  let ended = 0;
  const stream = streamText(printExport(first, ask, formOf("format=ndjson")), () => ended++);
  await expect(new Response(stream).text()).rejects.toThrow("7 attempts were written of 8");
  expect(ended).toBe(1);
});

it("names a file so that no cluster's name can break out of the header or the folder", () => {
  const filter = { ...NO_FACETS, text: "", noise: "show", range } as const;
  expect(exportName(filter, "csv")).toBe("gatebook-attempts_all-clusters_20261102T1900Z-20261103T1900Z.csv");
  const hostile = exportName({ ...filter, cluster: ['../"\r\nx: y/☃', "prod"] }, "csv");
  expect(hostile).toMatch(/^gatebook-attempts_[\w.+-]+\.csv$/);
  expect(exportName({ ...filter, cluster: ["a", "b", "c", "d"] }, "csv")).toContain("_4-clusters_");
});
