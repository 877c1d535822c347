import type { EventSource, SourceRecord } from "@/lib/ports/event-source";

export const INGEST_STREAM = "authenticator-0123456789abcdef0123456789abcdef";

/** The two lines of one granted attempt. */
export function granted(timeMs: number, user: string, n = 0): SourceRecord[] {
  const time = `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
  const base = `client="127.0.0.1:${40_000 + n}" method=POST path=/authenticate`;
  const end = "stsendpoint=sts.eu-west-1.amazonaws.com";
  const arn = "arn:aws:iam::111122223333:role/Dev";
  const texts = [
    `time="${time}" level=info msg="STS response" accesskeyid=ASIAEXAMPLE${n} accountid=111122223333 arn="arn:aws:sts::111122223333:assumed-role/Dev/${user}" ${base} session=${user} ${end} userid=AROAEXAMPLEDEV`,
    `time="${time}" level=info msg="access granted" arn="${arn}" ${base} groups="[dev]" ${end} uid="aws-iam-authenticator:111122223333:AROAEXAMPLEDEV" username="dev:${user}"`,
  ];
  return texts.map((text, i) => ({ stream: INGEST_STREAM, timeMs, text, eventId: `${timeMs}-${n}-${i}` }));
}

/** The event by which the authenticator asked STS for the n-th of these, of that user. */
export function verifierEvent(timeMs: number, n: number, user = "x"): SourceRecord {
  const record = {
    eventID: `event-${n}`,
    eventName: "GetCallerIdentity",
    eventSource: "sts.amazonaws.com",
    eventTime: `${new Date(timeMs).toISOString().slice(0, 19)}Z`,
    awsRegion: "eu-west-1",
    userAgent: "Go-http-client/1.1",
    userIdentity: {
      type: "AssumedRole",
      accountId: "111122223333",
      accessKeyId: `ASIAEXAMPLE${n}`,
      principalId: `AROAEXAMPLEDEV:${user}`,
    },
  };
  return { stream: "111122223333/eu-west-1", timeMs, text: JSON.stringify(record), eventId: record.eventID };
}

/** Our own port, in memory: pages of three, newest first. */
export function memorySource(
  kind: "authenticator-log" | "cloudtrail",
  records: () => readonly SourceRecord[],
): EventSource {
  const isLog = kind === "authenticator-log";
  return {
    descriptor: {
      id: isLog ? "authenticator-log/111122223333/eu-west-1/prod" : "cloudtrail/111122223333/eu-west-1",
      kind,
      label: kind,
      cluster: isLog ? "prod" : null,
      accountId: "111122223333",
      region: "eu-west-1",
      group: isLog ? "/aws/eks/prod/cluster" : "cloudtrail",
    },
    oldestMs: () => null,
    pollMs: 15_000,
    async read(range, cursor) {
      const found = records()
        .filter(({ timeMs }) => timeMs >= range.from && timeMs <= range.to)
        .sort((a, b) => b.timeMs - a.timeMs);
      const from = Number(cursor ?? 0);
      const isLast = from + 3 >= found.length;
      return {
        records: found.slice(from, from + 3),
        cursor: isLast ? null : String(from + 3),
        complete: isLast ? range : null,
      };
    },
  };
}
