import { callerOfArn } from "@/lib/domain/explain/mapping/caller-of-arn";
import type { KnownConfiguration } from "@/lib/domain/explain/configuration/known-configuration";
import { mappingsOf } from "@/lib/domain/explain/configuration/open-known";
import type { WantedIdentity } from "@/lib/domain/explain/mapped/session-for";
import { whoCanBecome } from "@/lib/domain/explain/mapped/who-can-become";
import type { MappedCaller } from "@/lib/domain/explain/mapping/mapped-caller";
import { whatIf } from "@/lib/domain/explain/what-if";
import type { CommandIo } from "../command-io";
import { readArguments } from "../read-arguments";
import { findMode, readConfiguration } from "../what-if/read-configuration";
import { toBecomeJson, toBecomeText } from "../what-if/become-lines";
import { toWhatIfJson, toWhatIfText } from "../what-if/what-if-lines";

const USAGE =
  "usage: gatebook what-if (ARN [--session NAME] | --username NAME | --group NAME) [--aws-auth FILE] [--access-entries FILE] [--rbac FILE] [--mode MODE] [--json]\n";
const OPTIONS = {
  session: { type: "string" },
  username: { type: "string" },
  group: { type: "string" },
  "aws-auth": { type: "string" },
  "access-entries": { type: "string" },
  rbac: { type: "string" },
  mode: { type: "string" },
  json: { type: "boolean" },
} as const;
/** Of a role whose session nobody names. */
const SOME_SESSION = "SESSION";

/**
 * `gatebook what-if ARN`: as whom a configuration would let it in, and what it could do; `--username`, `--group`: who could
 * come in as that. Exit 1 where it is turned away, or nobody could.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const read = readArguments({ args: [...args], options: OPTIONS, allowPositionals: true });
  if ("problem" in read) return refuse(io, `gatebook what-if: ${read.problem}\n`);
  const { values, positionals } = read;
  const asked = readQuestion(values, positionals);
  if (typeof asked === "string") return refuse(io, asked);
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
    const { isIn, json, text } = asked(known, problems);
    io.stdout.write(values.json ? json() : text());
    return isIn ? 0 : 1;
  } catch (cause) {
    return refuse(io, `gatebook what-if: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  }
}

interface Answer {
  /** Somebody comes in. */
  readonly isIn: boolean;
  readonly json: () => string;
  readonly text: () => string;
}

type Question = (known: KnownConfiguration, problems: readonly string[]) => Answer;

interface Wanted {
  readonly session?: string;
  readonly username?: string;
  readonly group?: string;
}

/** What is asked, or why nothing can be. */
function readQuestion(
  { session, username, group }: Wanted,
  [arn, ...more]: readonly string[],
): Question | string {
  const asked = [arn, username, group].filter((one) => one !== undefined);
  if (asked.length !== 1 || more.length > 0) return USAGE;
  if (arn === undefined)
    return askBecome(
      username === undefined ? { kind: "group", name: group ?? "" } : { kind: "username", name: username },
    );
  const caller = callerOfArn(arn, session ?? SOME_SESSION);
  return caller === null ? `gatebook what-if: ${arn} is no role's and no user's ARN\n` : askWhatIf(caller);
}

function askWhatIf(caller: MappedCaller): Question {
  return (known, problems) => {
    const answer = whatIf(caller, known);
    return {
      isIn: answer.decision.outcome === "granted",
      json: () => toWhatIfJson(caller, answer, problems),
      text: () => toWhatIfText(caller, answer, problems),
    };
  };
}

function askBecome(wanted: WantedIdentity): Question {
  return (known, problems) => {
    const answer = whoCanBecome(mappingsOf(known), wanted);
    return {
      isIn: answer.entries.length + answer.accounts.length > 0,
      json: () => toBecomeJson(wanted, answer, problems),
      text: () => toBecomeText(wanted, answer, problems),
    };
  };
}

function refuse(io: CommandIo, text: string): number {
  io.stderr.write(text);
  return 2;
}
