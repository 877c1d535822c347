import { CommandLine } from "@/components/ui/command-line";
import { SafeText } from "@/components/ui/safe-text";
import type { ConfigurationReport } from "@/lib/domain/summarize/configuration/configuration-report";
import { READ_PARTS } from "@/lib/domain/summarize/configuration/configuration-reading";
import { formatMoment } from "@/lib/domain/time/format-time";
import { READ_PART_WORDS } from "./access-words";

type Reading = ConfigurationReport["readings"][number];

/** When each part was read, and what to do about one that could not be. */
export function ReadingNotes({ report: { readings, parts, mode } }: { report: ConfigurationReport }) {
  const shown = READ_PARTS.filter((part) => part !== "awsAuth" || mode !== "API").filter(
    (part) => part !== "accessEntries" || mode !== "CONFIG_MAP",
  );
  return (
    <dl className="mt-3 grid gap-x-4 gap-y-1 text-xs text-ink-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
      {shown.map((part) => {
        const reading = readings.find((one) => one.part === part);
        return (
          <div key={part} className="contents">
            <dt>{READ_PART_WORDS[part]}</dt>
            <dd className="min-w-0">
              {whenRead(reading, parts[part].asOfMs)}
              {reading?.problem == null ? null : <Problem problem={reading.problem} />}
            </dd>
          </div>
        );
      })}
      <dt>Hidden entries</dt>
      <dd>
        {parts.hidden.asOfMs === null
          ? "no start of an authenticator was seen, nor the cluster's creation"
          : `as told at ${formatMoment(parts.hidden.asOfMs)} UTC, by an authenticator's start or the cluster's creation`}
      </dd>
    </dl>
  );
}

function whenRead(reading: Reading | undefined, asOfMs: number | null): string {
  if (reading?.readMs != null) return `read at ${formatMoment(reading.readMs)} UTC`;
  if (asOfMs !== null)
    return `last told at ${formatMoment(asOfMs)} UTC, by the audit log, CloudTrail or a file`;
  return reading === undefined
    ? "not read: nothing of AWS's is connected, and no file was imported"
    : "never read";
}

function Problem({ problem }: { problem: NonNullable<Reading["problem"]> }) {
  return (
    <div className="mt-0.5 text-open">
      <SafeText text={`${problem.message} ${problem.remedy}`} />
      {problem.command === undefined ? null : <CommandLine command={problem.command} />}
    </div>
  );
}
