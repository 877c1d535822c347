import { describe, expect, test } from "vitest";
import type { AttemptDetail } from "./attempt-detail";
import { reproduceAttempt } from "./reproduce-attempt";

const STREAM = "authenticator-87a5152e40b8361c7b4c117147de755f";
const LINE =
  'time="2026-11-27T01:00:18Z" level=warning msg="access denied" client="127.0.0.1:43015" error="x"';
const SOURCE = {
  id: "authenticator-log/111122223333/eu-west-1/prod",
  kind: "authenticator-log",
  cluster: "prod",
  region: "eu-west-1",
} as const;

function detailOf(
  text: string,
  more: { stream?: string; audit?: boolean; eventId?: string } = {},
): AttemptDetail {
  const { stream = STREAM, audit = false, eventId } = more;
  const line = { recordId: "r", eventId: null, stream, timeMs: 1795741218582, text, note: null };
  const event = { recordId: "e", eventId, chosen: true, timeMs: 1795741218444, region: "us-east-1" };
  const source = audit ? "audit" : "authenticator";
  return {
    attempt: { cluster: "prod", evidence: [{ source, stream, eventId: null, recordId: "r" }] },
    lines: [line, { ...line, timeMs: line.timeMs + 1 }].slice(0, audit ? 1 : 2),
    events: eventId === undefined ? [] : [event],
  } as unknown as AttemptDetail;
}

describe("the commands that read an attempt again", () => {
  test("name the group, the stream, the milliseconds and what the lines share, and the event at STS", () => {
    const { cli, insights } = reproduceAttempt(detailOf(LINE, { eventId: "586dac46-883e" }), [SOURCE]);
    expect(cli?.split("\n")).toEqual([
      `aws logs filter-log-events --region eu-west-1 --log-group-name /aws/eks/prod/cluster --log-stream-names ${STREAM} --start-time 1795741218582 --end-time 1795741218583 --filter-pattern '"127.0.0.1:43015"'`,
      "aws cloudtrail lookup-events --region us-east-1 --lookup-attributes AttributeKey=EventId,AttributeValue=586dac46-883e --start-time 1795698018 --end-time 1795784418",
    ]);
    expect(insights?.split("\n")).toEqual([
      "# Log group: /aws/eks/prod/cluster, Region: eu-west-1",
      "# Time: 2026-11-27 01:00:18 UTC to 2026-11-27 01:00:19 UTC",
      "fields @timestamp, @logStream, @message",
      `| filter @logStream in ["${STREAM}"] and @message like "127.0.0.1:43015"`,
      "| sort @timestamp asc",
    ]);
  });

  test("of a cluster that only the audit log tells of ask for that log's one event", () => {
    const text =
      '{"kind":"Event","auditID":"ab-1","stage":"ResponseComplete","stageTimestamp":"2026-11-27T01:00:18Z"}';
    const source = { ...SOURCE, kind: "audit-log", id: SOURCE.id.replace("authenticator", "audit") } as const;
    const { cli } = reproduceAttempt(detailOf(text, { audit: true, stream: "kube-apiserver-audit-1" }), [
      source,
    ]);
    expect(cli).toContain(`--log-stream-names kube-apiserver-audit-1`);
    expect(cli).toContain(`--filter-pattern '{ $.auditID = "ab-1" }'`);
  });

  test("hold nothing that a shell or a query would take for its own", () => {
    const hostile = ['127.0.0.1"; rm -rf ~', "'$(id)'", "`id`", '127.0.0.1\\" } || { $.x = *'];
    for (const client of hostile) {
      const { cli, insights } = reproduceAttempt(detailOf(LINE.replace("127.0.0.1:43015", client)), [SOURCE]);
      expect(cli).not.toMatch(/filter-pattern|rm -rf|\$\(id\)|`/);
      expect(insights).not.toContain(" like ");
    }
    for (const stream of ["a\nb", "--region", 'x" or 1', "a\u202eb", "file://etc/passwd"])
      expect(reproduceAttempt(detailOf(LINE, { stream }), [SOURCE])).toEqual({ cli: null, insights: null });
    expect(reproduceAttempt(detailOf(LINE, { stream: "it's" }), [SOURCE]).cli).toContain("'it'\\''s'");
    expect(reproduceAttempt(detailOf(LINE, { eventId: "a,b=$(id)" }), []).cli).toBeNull();
  });

  test("are left out where the log was read from files of an unknown place", () => {
    const source = { ...SOURCE, id: "import/authenticator-log/prod", region: "" };
    expect(reproduceAttempt(detailOf(LINE), [source]).cli).toContain(
      "filter-log-events --log-group-name /aws/eks/prod/cluster",
    );
    expect(reproduceAttempt(detailOf(LINE), []).cli).toBeNull();
  });
});
