import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCloudTrailRecord, readCloudTrailValue } from "./cloudtrail-event";
import { parseCloudTrailFile } from "./cloudtrail-file";

const record = (id: string, more = "") =>
  `{"eventID":"${id}","eventName":"GetCallerIdentity", "eventSource":"sts.amazonaws.com","eventTime":"2026-07-01T00:08:20Z","awsRegion":"ap-southeast-2"${more}}`;
const ids = (text: string) => parseCloudTrailFile(text).records.map(({ record: { eventId } }) => eventId);

describe("parseCloudTrailFile", () => {
  it("keeps each record's own text and place", () => {
    const text = ` {"Records": [ ${record("a")} ,\n${record("b")}]}\n`;
    const { records, rejects } = parseCloudTrailFile(text);
    expect(records.map(({ text: own }) => own)).toEqual([record("a"), record("b")]);
    expect(records.map(({ position }) => position)).toEqual([
      text.indexOf(record("a")),
      text.indexOf(record("b")),
    ]);
    expect(rejects).toEqual([]);
  });

  it.each([
    ["lookup-events output", JSON.stringify({ Events: [{ CloudTrailEvent: record("a") }], NextToken: "t" })],
    ["a list", `[${record("a")}]`],
    ["one record", record("a")],
    ["a byte order mark", `\ufeff{"Records":[${record("a")}]}`],
    ["other members before", `{"x":{"Records":[1]},"Records":[${record("a")}]}`],
  ])("reads %s", (_name, text) => expect(ids(text)).toEqual(["a"]));

  it("reads one record a line and goes on behind a bad line", () => {
    const { records, rejects } = parseCloudTrailFile(`${record("a")}\nnonsense\n${record("b")}\n`);
    expect(records.map((item) => item.record.eventId)).toEqual(["a", "b"]);
    expect(rejects).toMatchObject([{ code: "wrong-shape", position: record("a").length + 1 }]);
  });

  it("gives the whole records of a cut file and says where it is cut", () => {
    const text = `{"Records":[${record("a")},${record("b")}`.slice(0, -5);
    const { records, rejects } = parseCloudTrailFile(text);
    expect(records.map((item) => item.record.eventId)).toEqual(["a"]);
    expect(rejects[0]).toMatchObject({ code: "truncated", position: text.indexOf(',{"eventID":"b"') + 1 });
  });

  it("names what a record lacks and goes on", () => {
    const { records, rejects } = parseCloudTrailFile(`{"Records":[{"eventID":"x"},7,${record("b")}]}`);
    expect(records).toHaveLength(1);
    expect(rejects.map(({ code }) => code)).toEqual(["missing-field", "wrong-shape"]);
  });

  it("says that an empty file is empty", () => {
    expect(parseCloudTrailFile(" \n").rejects).toMatchObject([{ code: "empty" }]);
  });
});

describe("readCloudTrailRecord", () => {
  it("takes milliseconds from ExtendedRequestId", () => {
    const extended =
      ',"additionalEventData":{"ExtendedRequestId":"MTphcC1zb3V0aGVhc3QtMjpTOjE3ODI4NjQ1MDAzMjg6UjpkYVZ5RjFpag=="}';
    expect(readCloudTrailRecord(record("a", extended))).toMatchObject({
      record: { timeMs: 1_782_864_500_328, timePrecision: "ms" },
    });
  });

  it("does not believe milliseconds far from eventTime", () => {
    const extended =
      ',"additionalEventData":{"ExtendedRequestId":"MTp1cy1lYXN0LTE6UzoxNzg5MzI2MTMzMzU4OlI6ZlZGNUI0Smo="}';
    expect(readCloudTrailRecord(record("a", extended))).toMatchObject({ record: { timePrecision: "s" } });
  });
});

const samples = new URL("../../../../shared/samples/", import.meta.url);
const found = existsSync(samples);
if (!found) console.info("skipped: no ../shared/samples beside the project");

describe.skipIf(!found)("public CloudTrail samples", () => {
  const files = found ? readdirSync(samples).filter((name) => name.startsWith("cloudtrail-")) : [];
  it.each(files)("%s: every record is read, or is a fragment and says what it lacks", (name) => {
    const { records } = JSON.parse(readFileSync(new URL(name, samples), "utf8")) as { records: object[] };
    for (const sample of records) {
      const named = ["eventID", "eventName", "eventSource"].every((field) => field in sample);
      const whole = named && "eventTime" in sample && sample.eventTime !== "redacted";
      const read = readCloudTrailValue(sample);
      expect(read.ok).toBe(whole);
      if (!read.ok) expect(read.reject.message).toMatch(/no readable event(ID|Name|Source|Time)/);
    }
  });
});
