import { type AwsPlan, planFromConfig } from "@/lib/server/aws/aws-plan";
import { createIamPolicies, UNNAMED_ACCOUNT } from "@/lib/server/aws/iam-policies";
import { createConfigSchema } from "@/lib/server/config-file/config-schema";
import { DEFAULT_CONFIG, loadConfig } from "@/lib/server/config-file/load-config";
import { mistakeInOneLine } from "@/lib/server/config-file/mistake";
import { printable } from "@/lib/server/log/printable";
import type { CommandIo } from "../command-io";
import { describePlan } from "../describe-plan";

const USAGE = "usage: gatebook config check [FILE] | policy [FILE] | schema\n";

/** `gatebook config …`: checks a config file, or prints its IAM policies, or the schema for editors. Never asks AWS. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const [task, file = DEFAULT_CONFIG, ...more] = args;
  if (task === "schema" && args.length === 1) return print(io, createConfigSchema());
  if (more.length > 0 || (task !== "check" && task !== "policy")) {
    io.stderr.write(USAGE);
    return 2;
  }
  const reading = loadConfig(file);
  if (!reading.ok) {
    // What is wrong is what `check` was asked for; nobody wants it in a policy.
    const sink = task === "check" ? io.stdout : io.stderr;
    for (const mistake of reading.mistakes) sink.write(`${mistakeInOneLine(printable(file), mistake)}\n`);
    return 1;
  }
  const plan = planFromConfig(reading.config);
  if (task === "policy") return printPolicies(io, plan);
  io.stdout.write(`${printable(file)} has no mistake. ${describePlan(plan)}`);
  return 0;
}

function printPolicies(io: CommandIo, plan: AwsPlan): number {
  const policies = createIamPolicies(plan);
  if (JSON.stringify(policies).includes(UNNAMED_ACCOUNT))
    io.stderr.write(
      `Put the account Gatebook runs in for ${UNNAMED_ACCOUNT}, or add it to accounts: without a role.\n`,
    );
  return print(io, policies);
}

function print(io: CommandIo, value: unknown): number {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  return 0;
}
