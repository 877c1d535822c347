import { CommandLine } from "@/components/ui/command-line";
import { SafeText } from "@/components/ui/safe-text";
import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";

/** Why a source cannot be read and what to do. */
export function SourceProblemNote({ problem }: { problem: SourceProblem }) {
  return (
    <div className="rounded-md bg-denied-soft px-2.5 py-1.5 text-sm">
      <p>
        <SafeText text={problem.message} />
        {problem.permission === null ? null : (
          <>
            {" "}
            Missing permission: <code>{problem.permission}</code>.
          </>
        )}
      </p>
      <p className="mt-1">
        <b className="font-semibold">To do:</b> <SafeText text={problem.remedy} />
      </p>
      {problem.command === undefined ? null : <CommandLine command={problem.command} />}
    </div>
  );
}
