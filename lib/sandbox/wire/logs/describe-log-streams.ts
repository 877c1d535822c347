import { isLogged } from "../../world/organisation/logging";
import { instancesWithin } from "../../world/streams";
import { authorize } from "../authorize";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { readBoolean, readText } from "../read-input";
import { pageByName, readLimit } from "./describe-log-groups";
import { findLogGroup, type LogGroup, logGroupArn, readLogGroupName } from "./log-group";
import { keptRange, visibleLines } from "./visible-lines";

interface LogStream {
  readonly name: string;
  readonly createdMs: number;
  firstMs: number | null;
  lastMs: number | null;
  ingestedMs: number | null;
}

/** By name, or by the last event's time; `limit` 1 to 50; 25 requests a second (facts: AWS §2.2). */
export function describeLogStreams(call: Call): unknown {
  const name = readLogGroupName(call);
  authorize(call, "logs:DescribeLogStreams", `${logGroupArn(call, name)}:log-stream:`);
  const limit = readLimit(call, 50);
  const prefix = readText(call.input, "logStreamNamePrefix") ?? "";
  const byTime = readText(call.input, "orderBy") === "LastEventTime";
  if (byTime && prefix !== "")
    throw new AwsError(
      "InvalidParameterException",
      "Cannot order by LastEventTime with a logStreamNamePrefix.",
    );
  const group = findLogGroup(call, name);
  const streams = streamsOf(call, group).filter((stream) => stream.name.startsWith(prefix));
  if (byTime) streams.sort((a, b) => (a.lastMs ?? 0) - (b.lastMs ?? 0));
  if (readBoolean(call.input, "descending") ?? false) streams.reverse();
  const page = pageByName(call, streams, { limit, nameOf: (stream) => stream.name });
  return {
    logStreams: page.items.map((stream) => describeStream(group, stream)),
    ...(page.nextToken && { nextToken: page.nextToken }),
  };
}

const KINDS = ["authenticator", "kube-apiserver", "kube-apiserver-audit"];

/** The streams of the control-plane instances within retention, by name. */
function streamsOf(call: Call, group: LogGroup): LogStream[] {
  const nowMs = call.cloud.now();
  const range = keptRange(call, { from: 0, to: nowMs });
  const streams = new Map<string, LogStream>();
  const off = call.cloud.knobs.logTypeOff?.includes(group.cluster?.name ?? "") ?? false;
  const kinds = off ? KINDS.slice(1) : KINDS;
  for (const instance of group.cluster === null ? [] : instancesWithin(group.cluster, range))
    for (const kind of kinds) {
      const name = `${kind}-${instance.hex}`;
      streams.set(name, { name, createdMs: instance.bornMs, firstMs: null, lastMs: null, ingestedMs: null });
    }
  for (const line of visibleLines(call, group, range)) {
    const stream = streams.get(line.stream);
    if (stream === undefined) continue;
    stream.firstMs ??= line.timeMs;
    stream.lastMs = line.timeMs;
    stream.ingestedMs = line.ingestedMs;
  }
  return [...streams.values()]
    .filter(
      ({ name, lastMs }) => lastMs !== null || group.cluster === null || isLogged(group.cluster, name, nowMs),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function describeStream(group: LogGroup, stream: LogStream): unknown {
  return {
    arn: `${group.arn}:log-stream:${stream.name}`,
    creationTime: stream.createdMs,
    ...(stream.firstMs !== null && {
      firstEventTimestamp: stream.firstMs,
      lastEventTimestamp: stream.lastMs,
      lastIngestionTime: stream.ingestedMs,
    }),
    logStreamName: stream.name,
    storedBytes: 0,
    uploadSequenceToken: "49039859644180530402955142331543203742102498402459",
  };
}
