import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCloudTrailRecord } from "./cloudtrail-event";
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
    ["its events as a list", JSON.stringify([{ EventId: "x", CloudTrailEvent: record("a") }])],
    ["a list", `[${record("a")}]`],
    ["a list under another spelling", `{"source":{"Events":1},"records":[${record("a")}],"count":1}`],
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

  it("finds the bounds also where its guess at them is wrong", () => {
    const nested = record("n", ',"list":[0,{"eventID":"inner"}]');
    const other = `{"first":{"eventID":"x"},${record("o").slice(1)}`;
    const items = [nested, record("a"), other, ` ${nested}`, record("b"), other];
    for (const between of [",", " ,\n\t", ",\n\n"]) {
      const { records, rejects } = parseCloudTrailFile(`{"Records":[${items.join(between)}]}`);
      expect(records.map(({ text }) => text)).toEqual(items.map((item) => item.trim()));
      expect(rejects).toEqual([]);
    }
  });

  it("says where within a record its JSON breaks", () => {
    const broken = record("a").replace('"eventName":', '"eventName"=');
    const text = `{"Records":[${broken},${record("b")}]}`;
    const { records, rejects } = parseCloudTrailFile(text);
    expect(records).toHaveLength(1);
    expect(rejects).toMatchObject([{ code: "not-json", position: text.indexOf("=") }]);
  });

  it("says what is wrong with an event of LookupEvents", () => {
    const events = [{}, { CloudTrailEvent: "{" }, { CloudTrailEvent: record("a") }, JSON.parse(record("b"))];
    const text = `{"Events":[${events.map((event) => JSON.stringify(event)).join(",")},{"x":}]}`;
    const { records, rejects } = parseCloudTrailFile(text);
    expect(records.map(({ record: { eventId } }) => eventId)).toEqual(["a", "b"]);
    expect(rejects.map(({ code }) => code)).toEqual(["missing-field", "not-json", "not-json"]);
  });

  it("takes any depth and any number of wrong pieces", () => {
    expect(parseCloudTrailFile("[".repeat(200_000)).rejects).toHaveLength(2);
    const deep = `{"Records":[${"[".repeat(100_000)}${"]".repeat(100_000)},${record("a")}]}`;
    expect(parseCloudTrailFile(deep)).toMatchObject({ records: [{}], rejects: [{ code: "wrong-shape" }] });
    const { rejects } = parseCloudTrailFile(`[${"0,".repeat(5_000)}0]`);
    expect(rejects).toHaveLength(1_001);
    expect(rejects.at(-1)).toMatchObject({
      code: "too-large",
      message: expect.stringContaining("4001 more"),
    });
  });

  it("searches no long text for each record", () => {
    const key = "k".repeat(200);
    const text = `[${Array.from({ length: 50 }, (_, i) => `{"${key}":1,${record(String(i)).slice(1)}`).join(",")}]`;
    expect(parseCloudTrailFile(text).records).toHaveLength(50);
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

  it("reads who signed, what was asked for and what was issued", () => {
    const more = `,"userIdentity":{"type":"AssumedRole","sessionContext":{"sourceIdentity":"jo","sessionIssuer":{"type":"Role","arn":"arn:aws:iam::111122223333:role/Dev"},"attributes":{"creationDate":"2026-07-01T00:00:00Z","mfaAuthenticated":"true"}},"onBehalfOf":{"userId":"u-1"}},"requestParameters":{"roleArn":"r"},"responseElements":{"credentials":{"accessKeyId":"ASIAEXAMPLE"},"federatedUser":{"arn":"f","federatedUserId":"i"}},"readOnly":"false"`;
    expect(readCloudTrailRecord(record("a", more))).toMatchObject({
      record: {
        identity: {
          type: "AssumedRole",
          sourceIdentity: "jo",
          mfaAuthenticated: true,
          sessionCreatedMs: Date.UTC(2026, 6, 1),
          onBehalfOfUserId: "u-1",
          sessionIssuer: { type: "Role", principalId: null },
        },
        request: { roleArn: "r", roleSessionName: null },
        issued: { accessKeyId: "ASIAEXAMPLE", arn: "f", principalId: "i" },
        readOnly: false,
      },
    });
  });

  it("reads fields of another type than AWS gives them as absent", () => {
    const more =
      ',"userIdentity":"root","requestParameters":[1],"responseElements":7,"awsRegion":null,"readOnly":"maybe"';
    expect(readCloudTrailRecord(record("a", more))).toMatchObject({
      record: {
        identity: { type: "", sessionIssuer: null },
        request: null,
        issued: null,
        region: "",
        readOnly: null,
      },
    });
  });

  it("reads the times of databases that hold CloudTrail, and no other", () => {
    const at = (time: string) => readCloudTrailRecord(record("a").replace("2026-07-01T00:08:20Z", time));
    expect(at("2024-06-02 20:16:22.000000000")).toMatchObject({
      record: { timeMs: Date.UTC(2024, 5, 2, 20, 16, 22) },
    });
    expect(at("yesterday")).toMatchObject({
      reject: { code: "missing-field", message: expect.stringContaining("eventTime") },
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

/** What a sample says of itself, in whichever of the two forms it is. */
interface Sample {
  readonly CloudTrailEvent?: string;
  readonly [field: string]: unknown;
}

describe.skipIf(!found)("public CloudTrail samples", () => {
  const files = found ? readdirSync(samples).filter((name) => /^(cloudtrail|lookupevents)-/.test(name)) : [];
  it.each(files)("%s: every record is read, or is a fragment and says what it lacks", (name) => {
    const text = readFileSync(new URL(name, samples), "utf8");
    const { records, rejects } = parseCloudTrailFile(text);
    const items = (JSON.parse(text) as { records: Sample[] }).records;
    const whole = items
      .map((item) => (item.CloudTrailEvent ? (JSON.parse(item.CloudTrailEvent) as Sample) : item))
      .filter(isWhole);
    expect(records.map(({ text: own }) => JSON.parse(own))).toEqual(whole);
    expect(rejects).toHaveLength(items.length - whole.length);
    for (const { code, message, position } of rejects) {
      expect(code).toBe("missing-field");
      expect(message).toMatch(/no readable event(ID|Name|Source|Time)/);
      expect(text[position]).toBe("{");
    }
  });
});

function isWhole(record: Sample): boolean {
  const named = ["eventID", "eventName", "eventSource"].every((field) => field in record);
  return named && "eventTime" in record && record.eventTime !== "redacted";
}
