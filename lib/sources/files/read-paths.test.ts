import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPaths } from "./read-paths";

const LINE = 'time="2026-01-02T03:04:05Z" level=warning msg="access denied" client="127.0.0.1:1" error=x';
const STREAM = "authenticator-0123456789abcdef0123456789abcdef";
const record = (id: string) =>
  `{"eventID":"${id}","eventName":"GetCallerIdentity","eventSource":"sts.amazonaws.com","eventTime":"2026-01-02T03:04:05Z","awsRegion":"eu-west-1","recipientAccountId":"111122223333"}`;
const OPTIONS = { cluster: "prod", region: "eu-west-1", accountId: "111122223333" };

describe("readPaths", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-files-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function read(name: string, content: string | Uint8Array, options = OPTIONS) {
    const path = join(folder, name);
    writeFileSync(path, content);
    const [result, ...more] = [...readPaths([path], options)];
    expect(more).toEqual([]);
    if (result === undefined) throw new Error("no result");
    return result;
  }

  it("reads what aws logs filter-log-events printed", () => {
    const events = [
      { logStreamName: STREAM, timestamp: 1_767_323_045_678, message: `${LINE}\n`, eventId: "7" },
    ];
    const { descriptor, records } = read("x.json", JSON.stringify({ events, searchedLogStreams: [] }));
    expect(descriptor).toMatchObject({
      kind: "authenticator-log",
      cluster: "prod",
      group: "/aws/eks/prod/cluster",
    });
    expect(records).toEqual([{ stream: STREAM, timeMs: 1_767_323_045_678, text: LINE, eventId: "7" }]);
  });

  it("reads what aws logs get-log-events printed, with the stream from the file's name", () => {
    const { records } = read(
      `${STREAM}.json`,
      JSON.stringify({ events: [{ timestamp: 5, message: LINE, ingestionTime: 6 }] }),
    );
    expect(records).toEqual([{ stream: STREAM, timeMs: 5, text: LINE, eventId: null }]);
  });

  it("reads plain lines, whatever ends them; text without a time takes the one before", () => {
    const { records } = read("a.log", `\ufeff${LINE}\r\npanic: x\n\n${LINE}`);
    const timeMs = Date.UTC(2026, 0, 2, 3, 4, 5);
    expect(records.map(({ text, timeMs: time }) => [text, time])).toEqual([
      [LINE, timeMs],
      ["panic: x", timeMs],
      [LINE, timeMs],
    ]);
  });

  it("takes time and stream that aws logs tail puts before a line", () => {
    const { records } = read("tail.txt", `2026-01-02T03:04:05.678000+00:00 ${STREAM} ${LINE}\n`);
    expect(records).toEqual([
      { stream: STREAM, timeMs: Date.UTC(2026, 0, 2, 3, 4, 5, 678), text: LINE, eventId: null },
    ]);
  });

  it.each([
    ["an S3 object", `{"Records":[${record("a")},${record("b")}]}`],
    ["a packed S3 object", gzipSync(`{"Records":[${record("a")},${record("b")}]}`)],
    [
      "look-up output",
      JSON.stringify({ Events: ["a", "b"].map((id) => ({ EventId: id, CloudTrailEvent: record(id) })) }),
    ],
  ])("reads CloudTrail: %s", (_name, content) => {
    const { descriptor, records } = read("file", content);
    expect(descriptor).toMatchObject({ kind: "cloudtrail", group: "cloudtrail" });
    expect(records.map(({ eventId, stream, text }) => [eventId, stream, text])).toEqual(
      ["a", "b"].map((id) => [id, "111122223333/eu-west-1", record(id)]),
    );
  });

  it("keeps the whole records of a cut file and says where it ends", () => {
    const text = `{"Records":[${record("a")},${record("b")}`.slice(0, -9);
    const { records, rejects, problem } = read("cut.json", text);
    expect(records).toHaveLength(1);
    expect(rejects[0]).toMatchObject({ code: "truncated", position: text.indexOf(',{"eventID":"b') + 1 });
    expect(problem).toBeNull();
  });

  it.each([
    ["empty", "", "is empty"],
    ["blank", " \n", "is empty"],
    ["a picture", Uint8Array.from([137, 80, 78, 71, 0, 0, 0]), "is no text"],
    ["prose", "Dear diary,\n", "is neither lines of the authenticator or audit log"],
    ["other JSON", '{"hello":"world"}', "is neither lines of the authenticator or audit log"],
    ["a cut gzip file", gzipSync(`{"Records":[${record("a")}]}`).subarray(0, 60), "cut in the middle"],
    ["a bomb", gzipSync(new Uint8Array(60_000_000)), "unpacks to far more"],
    ["a cut first record", `{"Records":[${record("a")}`.slice(0, 40), "cut in the middle"],
  ])("names what is wrong with a file that is %s", (_name, content, problem) => {
    expect(read("file", content).problem).toContain(problem);
  });

  it("asks for the cluster where nothing tells it", () => {
    expect(read("a.log", LINE, { ...OPTIONS, cluster: null as unknown as string }).problem).toContain(
      "--cluster",
    );
  });

  it("goes through folders, and on after a file that fails", () => {
    mkdirSync(join(folder, "deep"));
    writeFileSync(join(folder, "deep", "b.json"), `{"Records":[${record("b")}]}`);
    writeFileSync(join(folder, "a.log"), "prose");
    const results = [...readPaths([folder, join(folder, "absent")], OPTIONS)];
    expect(results.map(({ problem, records }) => [problem?.slice(0, 10) ?? null, records.length])).toEqual([
      ["is neither", 0],
      [null, 1],
      ["does not e", 0],
    ]);
  });
});
