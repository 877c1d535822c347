import { callerOfArn } from "@/lib/domain/explain/mapping/caller-of-arn";
import { whatIf } from "@/lib/domain/explain/what-if";
import type { CommandIo } from "../command-io";
import { readArguments } from "../read-arguments";
import { findMode, readConfiguration } from "../what-if/read-configuration";
import { toWhatIfJson, toWhatIfText } from "../what-if/what-if-lines";

const USAGE =
  "usage: gatebook what-if ARN [--session NAME] [--aws-auth FILE] [--access-entries FILE] [--rbac FILE] [--mode MODE] [--json]\n";
const OPTIONS = {
  session: { type: "string" },
  "aws-auth": { type: "string" },
  "access-entries": { type: "string" },
  rbac: { type: "string" },
  mode: { type: "string" },
  json: { type: "boolean" },
} as const;
/** Of a role whose session nobody names. */
const SOME_SESSION = "SESSION";

/** `gatebook what-if ARN`: as whom a configuration would let it in, and what it could do. Exit 1 where it is turned away. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const read = readArguments({ args: [...args], options: OPTIONS, allowPositionals: true });
  if ("problem" in read) return refuse(io, `gatebook what-if: ${read.problem}\n`);
  const { values, positionals } = read;
  const [arn, ...more] = positionals;
  if (arn === undefined || more.length > 0) return refuse(io, USAGE);
  const caller = callerOfArn(arn, values.session ?? SOME_SESSION);
  if (caller === null) return refuse(io, `gatebook what-if: ${arn} is no role's and no user's ARN\n`);
  const mode = values.mode === undefined ? undefined : findMode(values.mode);
  if (mode === null) return refuse(io, "gatebook what-if: --mode is CONFIG_MAP, API_AND_CONFIG_MAP or API\n");
  if (values["aws-auth"] === undefined && values["access-entries"] === undefined)
    return refuse(io, `gatebook what-if: give --aws-auth, --access-entries or both\n${USAGE}`);
  const files = {
    awsAuth: values["aws-auth"],
    accessEntries: values["access-entries"],
    rbac: values.rbac,
    mode,
  };
  try {
    const { known, problems } = await readConfiguration(files);
    const answer = whatIf(caller, known);
    io.stdout.write((values.json ? toWhatIfJson : toWhatIfText)(caller, answer, problems));
    return answer.decision.outcome === "granted" ? 0 : 1;
  } catch (cause) {
    return refuse(io, `gatebook what-if: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  }
}

function refuse(io: CommandIo, text: string): number {
  io.stderr.write(text);
  return 2;
}
