import fc from "fast-check";
import { expect, it } from "vitest";
import type { TracedAttempt } from "../../correlate/chain/attempt-origin";
import { drawAttempts } from "@/lib/testing/draw-attempts";
import { printCsvRecord } from "../csv-cell";
import { ATTEMPT_CSV_COLUMNS, printAttemptCsv, printAttemptCsvHead } from "./attempt-csv";

const DRAWN = drawAttempts(50, 7);
const HOSTILE = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1",
  "'",
  "'=1",
  '"',
  '","=1',
  "a;=1",
  " =1",
];
/** Drawn attempts, and what a caller can choose of them drawn again. */
const aHostile = (text: fc.Arbitrary<string>) =>
  fc
    .record({ n: fc.nat(49), error: fc.option(text), name: text, groups: fc.array(text, { maxLength: 3 }) })
    .map(({ n, error, name, groups }): TracedAttempt => {
      const one = DRAWN[n] as TracedAttempt;
      const caller = one.caller && { ...one.caller, sessionName: name, arn: name };
      const kubernetes = one.kubernetes && { ...one.kubernetes, username: name, groups };
      return { ...one, error, caller, kubernetes, origin: null };
    });
const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE));

/** RFC 4180, read without any of what prints it. */
function readCsv(csv: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const next = csv.charAt(i);
    if (quoted && next === '"' && csv.charAt(i + 1) === '"') cell += csv.charAt(i++);
    else if (next === '"') quoted = !quoted;
    else if (!quoted && (next === "," || next === "\n")) {
      record.push(next === "\n" ? cell.replace(/\r$/, "") : cell);
      cell = "";
      if (next === "\n") records.push(record.splice(0));
    } else cell += next;
  }
  record = [...record, cell];
  expect(record).toEqual([""]);
  return records;
}

const unmark = (cell: string) => (cell.startsWith("'") ? cell.slice(1) : cell);

it("reads back as what was printed, whatever stands in it", () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 6 }), { maxLength: 6 }), (rows) => {
      const read = readCsv(rows.map(printCsvRecord).join(""));
      expect(read.map((cells) => cells.map(unmark))).toEqual(rows);
    }),
  );
});

it("lets no cell begin like a formula", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (values) => {
      for (const cell of readCsv(printCsvRecord(values))[0] ?? [])
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});

it("prints each attempt with all of its values, and counts them", () => {
  fc.assert(
    fc.property(fc.array(aHostile(text), { maxLength: 5 }), (attempts) => {
      const csv = printAttemptCsvHead() + attempts.map((one, i) => printAttemptCsv(one, i + 1)).join("");
      const [head, ...records] = readCsv(csv);
      expect(head).toEqual(ATTEMPT_CSV_COLUMNS);
      const read = records.map((cells) =>
        Object.fromEntries(cells.map((cell, i) => [head?.[i], unmark(cell)])),
      );
      expect(read.map(({ row }) => row)).toEqual(attempts.map((_, i) => String(i + 1)));
      for (const [i, attempt] of attempts.entries()) expect(read[i]).toMatchObject(valuesOf(attempt));
    }),
  );
});

function valuesOf({ id, timeMs, cluster, decision, error, caller, kubernetes }: TracedAttempt) {
  return {
    id,
    cluster,
    decision,
    time: `${new Date(timeMs).toISOString().slice(0, -1)}Z`,
    error: error ?? "",
    caller_arn: caller?.arn ?? "",
    session_name: caller?.sessionName ?? "",
    access_key_id: caller?.accessKeyId ?? "",
    kubernetes_username: kubernetes?.username ?? "",
    kubernetes_groups: kubernetes === null ? "" : JSON.stringify(kubernetes.groups),
  };
}
