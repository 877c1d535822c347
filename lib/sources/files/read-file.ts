import { basename } from "node:path";
import type { SourceDescriptor, SourceRecord } from "@/lib/ports/event-source";
import { eksLogGroup } from "../aws/eks-log-group";
import { type FileOptions, type FileResult, failedFile } from "./file-result";
import { loadText } from "./load-text";
import { looksLikeAudit, readAuditText } from "./read-audit-text";
import { readCloudTrailText } from "./read-cloudtrail-text";
import { readConfigurationText } from "./read-configuration-text";
import { readLogEvents } from "./read-log-events";
import { readLogText } from "./read-log-text";

const EXPECTED =
  "is neither lines of the authenticator or audit log, output of aws logs filter-log-events, CloudTrail records in JSON, nor what kubectl or aws eks print of aws-auth, access entries, roles and bindings";

const NO_CLUSTER = "does not say which cluster it is of: name it with --cluster";

/** Reads one file of whatever kind its content shows: one result for each kind of log in it. Never throws. */
export function readFile(file: string, options: FileOptions): FileResult[] {
  const loaded = loadText(file);
  if ("problem" in loaded) return [failedFile(file, loaded.problem)];
  const { text } = loaded;
  const first = text.trimStart()[0];
  if (first === undefined) return [failedFile(file, "is empty")];
  const results = readRecords(file, text, options);
  const isNothing = results.every(({ problem }) => problem === EXPECTED);
  return isNothing ? [configurationResult(file, text, options)] : results;
}

/** What is no log may be a part of a cluster's configuration. */
function configurationResult(file: string, text: string, options: FileOptions): FileResult {
  const configuration = readConfigurationText(text);
  if (configuration.length === 0) return failedFile(file, EXPECTED);
  const cluster = options.cluster ?? clusterIn(file);
  if (cluster === null) return failedFile(file, NO_CLUSTER);
  const descriptor = logDescriptor(cluster, "authenticator-log", options);
  return { file, descriptor, records: [], rejects: [], problem: null, configuration };
}

function readRecords(file: string, text: string, options: FileOptions): FileResult[] {
  const audit = readAuditText(text, streamOf(file));
  if (audit.records.length > 0) {
    const lines = readLogText(audit.rest, streamOf(file));
    return logResults(file, [...audit.records, ...lines], options, text);
  }
  return /^\s*[{[]/.test(text) ? readJson(file, text, options) : readLines(file, text, options);
}

function readJson(file: string, text: string, options: FileOptions): FileResult[] {
  const lines = readLogText(text, streamOf(file));
  if (lines.length > 0) return logResults(file, lines, options, text);
  const events = readLogEvents(parseOrNull(text), streamOf(file));
  if (events !== null) return logResults(file, events, options, text);
  const { records, rejects } = readCloudTrailText(text);
  if (records.length === 0) {
    const cut = rejects.find(({ code }) => code === "truncated");
    return [failedFile(file, cut === undefined ? EXPECTED : `is cut in the middle: ${cut.message}`)];
  }
  return [{ file, descriptor: trailDescriptor(options), records, rejects, problem: null }];
}

function readLines(file: string, text: string, options: FileOptions): FileResult[] {
  const records = readLogText(text, streamOf(file));
  return records.length === 0 ? [failedFile(file, EXPECTED)] : logResults(file, records, options, text);
}

/** A group's lines hold several logs unless a stream was asked for. */
function logResults(
  file: string,
  records: readonly SourceRecord[],
  options: FileOptions,
  text: string,
): FileResult[] {
  const cluster = options.cluster ?? clusterIn(file) ?? clusterIn(text.slice(0, 4_096));
  if (cluster === null) return [failedFile(file, NO_CLUSTER)];
  const isAudit = ({ text }: SourceRecord) => looksLikeAudit(text);
  const kinds = [
    { kind: "authenticator-log", of: records.filter((record) => !isAudit(record)) },
    { kind: "audit-log", of: records.filter(isAudit) },
  ] as const;
  return kinds
    .filter(({ kind, of }) => of.length > 0 || (kind === "authenticator-log" && records.length === 0))
    .map(({ kind, of }) => {
      const descriptor = logDescriptor(cluster, kind, options);
      return { file, descriptor, records: of, rejects: [], problem: null };
    });
}

/** The log group `/aws/eks/<cluster>/cluster`, where path or content has it. */
function clusterIn(text: string): string | null {
  const start = text.indexOf("/aws/eks/");
  const end = start < 0 ? -1 : text.indexOf("/cluster", start + 9);
  const name = end < 0 ? "" : text.slice(start + 9, end);
  return /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/.test(name) ? name : null;
}

function logDescriptor(
  cluster: string,
  kind: "authenticator-log" | "audit-log",
  { region, accountId }: FileOptions,
): SourceDescriptor {
  return {
    id: `import/${kind}/${cluster}`,
    kind,
    label: `${cluster} · ${kind.replace("-", " ")}, imported`,
    cluster,
    accountId,
    region: region ?? "",
    group: eksLogGroup(cluster),
  };
}

function trailDescriptor({ region, accountId }: FileOptions): SourceDescriptor {
  const label = "CloudTrail, imported";
  return {
    id: "import/cloudtrail",
    kind: "cloudtrail",
    label,
    cluster: null,
    accountId,
    region: region ?? "",
    group: "cloudtrail",
  };
}

function streamOf(file: string): string {
  return basename(file).replace(/\.(log|txt|json|gz)+$/, "");
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
