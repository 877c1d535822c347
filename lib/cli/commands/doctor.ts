import { type AwsPlan, planFromConfig, planFromOptions } from "@/lib/server/aws/aws-plan";
import { examineAws } from "@/lib/server/aws/doctor/examine-aws";
import { createClock } from "@/lib/server/clock";
import { loadConfig } from "@/lib/server/config-file/load-config";
import { mistakeInOneLine } from "@/lib/server/config-file/mistake";
import { examineMachine } from "@/lib/server/doctor/examine-machine";
import { printable } from "@/lib/server/log/printable";
import type { CommandIo } from "../command-io";
import { describeFindings } from "../describe-findings";
import { LIST } from "../listing-options";
import { readArguments } from "../read-arguments";

const USAGE =
  "usage: gatebook doctor [--config FILE | --cluster NAME … --region REGION --profile PROFILE] [--data DIR] [--json]\n";
const DEFAULT_DATA = ".gatebook/data";

interface DoctorOptions {
  readonly plan: AwsPlan;
  readonly data: string;
  readonly json: boolean;
}

const OPTIONS = {
  config: { type: "string" },
  cluster: LIST,
  region: { type: "string" },
  profile: { type: "string" },
  data: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** `gatebook doctor`: tries everything that reading needs, one by one. Gives 0 when all of it is well, else 1. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if ("problem" in options) {
    io.stderr.write(`gatebook doctor: ${printable(options.problem)}\n${USAGE}`);
    return 2;
  }
  if ("mistakes" in options) {
    for (const mistake of options.mistakes) io.stderr.write(`${mistake}\n`);
    return 1;
  }
  const machine = await examineMachine(options.data);
  const findings = [...machine, ...(await examineAws(options.plan, createClock(null)))];
  io.stdout.write(options.json ? `${JSON.stringify({ findings }, null, 2)}\n` : describeFindings(findings));
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

function readOptions(
  args: readonly string[],
): DoctorOptions | { readonly problem: string } | { mistakes: string[] } {
  const parsed = readArguments({ args: [...args], options: OPTIONS });
  if ("problem" in parsed) return parsed;
  const { config, cluster, region = null, profile = null, data = DEFAULT_DATA, json } = parsed.values;
  if (config === undefined) {
    return { plan: planFromOptions({ clusters: cluster, region, profile }), data, json };
  }
  if (cluster.length > 0 || region !== null || profile !== null)
    return { problem: "--config does not go with --cluster, --region or --profile" };
  const reading = loadConfig(config);
  if (reading.ok) return { plan: planFromConfig(reading.config), data, json };
  return { mistakes: reading.mistakes.map((mistake) => mistakeInOneLine(printable(config), mistake)) };
}
