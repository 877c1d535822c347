import { parseArn } from "@/lib/domain/identity/arn";
import { canonicalizeArn } from "@/lib/domain/identity/canonicalize-arn";
import { readPrincipal } from "@/lib/domain/identity/principal";
import { stripPath } from "@/lib/domain/identity/strip-path";
import type { CommandIo } from "../command-io";
import { toJsonLine } from "../json-line";

/** `gatebook arn ARN…`: one JSON object an ARN; exit 1 when one of them names no principal. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  if (args.length === 0) {
    io.stderr.write("usage: gatebook arn ARN…\n");
    return 2;
  }
  const answers = args.map(readArn);
  for (const answer of answers) io.stdout.write(toJsonLine(answer));
  return answers.some((answer) => answer.error !== null) ? 1 : 0;
}

function readArn(input: string) {
  const arn = parseArn(input);
  const canonical = canonicalizeArn(input);
  const principal = readPrincipal(input);
  const stripped = stripPath(input);
  return {
    input,
    parts: arn.ok ? { ...arn, ok: undefined } : null,
    type: canonical.ok ? canonical.principalType : null,
    canonical: canonical.ok ? canonical.canonical : null,
    name: principal?.name ?? null,
    path: principal?.path ?? null,
    sessionName: principal?.sessionName ?? null,
    withoutPath: stripped.ok ? stripped.arn : null,
    error: canonical.ok ? null : canonical.error,
  };
}
