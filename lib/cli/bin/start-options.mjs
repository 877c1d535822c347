import { parseArgs } from "node:util";

export const START_HELP = `npm start -- [options]

  --config FILE    clusters, accounts and Regions in one file (default: gatebook.yaml in this folder)
  --cluster NAME   an EKS cluster to read; repeat it for several (default: all of the Region)
  --region REGION  the AWS Region (default: AWS_REGION or the profile's)
  --profile NAME   a profile of the AWS CLI
  --directory FILE who people are, by user id or as users of IAM: CSV or JSON (see README)
  --data DIR       where Gatebook keeps what it read (default: .gatebook in this folder)
  --port PORT      the port to listen on (default: 3000)
  --host ADDR      the address to listen on (default: 127.0.0.1); one that others reach needs signIn in the config
  --sandbox        the built-in sample organisation, no AWS
  --log FORMAT     how the log on standard error is written: text or json (default: text on a terminal, else json)
  --level LEVEL    the least that is logged: debug, info, warn or error (default: info on no terminal, else warn)

Without a config file, --cluster and AWS credentials the sandbox is shown.`;

/** Reads the words after `npm start --`. Gives options, or one sentence on what is wrong with them. */
export function readStartOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        config: { type: "string" },
        cluster: { type: "string", multiple: true, default: [] },
        region: { type: "string" },
        profile: { type: "string" },
        directory: { type: "string" },
        data: { type: "string" },
        port: { type: "string", default: "3000" },
        host: { type: "string" },
        sandbox: { type: "boolean", default: false },
        log: { type: "string", default: process.stderr.isTTY ? "text" : "json" },
        level: { type: "string", default: process.stderr.isTTY ? "warn" : "info" },
        help: { type: "boolean", short: "h", default: false },
      },
    }));
  } catch (error) {
    return { options: null, problem: `${error.message.split(". ")[0]}.` };
  }
  return checkValues(values);
}

function checkValues(values) {
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65535) {
    return {
      options: null,
      problem: `--port takes a number from 1 to 65535, not ${JSON.stringify(values.port)}.`,
    };
  }
  if (values.host !== undefined && !/^[0-9A-Za-z.:[\]%-]{1,255}$/.test(values.host))
    return { options: null, problem: `--host takes an address, not ${JSON.stringify(values.host)}.` };
  const bad = values.cluster.find((name) => !/^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/.test(name));
  if (bad !== undefined)
    return { options: null, problem: `--cluster takes the name of a cluster, not ${JSON.stringify(bad)}.` };
  if (values.region !== undefined && !/^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/.test(values.region))
    return { options: null, problem: `--region takes an AWS Region, not ${JSON.stringify(values.region)}.` };
  const named = values.cluster.length > 0 || values.region || values.profile;
  if (values.config !== undefined && (named || values.sandbox)) {
    const problem =
      "--config does not go with --cluster, --region, --profile or --sandbox: what is read stands in the file.";
    return { options: null, problem };
  }
  if (values.sandbox && named) {
    return { options: null, problem: "--sandbox does not go with --cluster, --region or --profile." };
  }
  const unknown = findUnknown(values, "log", ["text", "json"]) ?? findUnknown(values, "level", LEVELS);
  if (unknown !== null) return { options: null, problem: unknown };
  const { cluster: clusters, config = null, region = null, profile = null, data = null, ...others } = values;
  const { directory = null, host = null, ...rest } = others;
  return {
    options: { ...rest, port, host, config, clusters, region, profile, directory, data },
    problem: null,
  };
}

const LEVELS = ["debug", "info", "warn", "error"];

function findUnknown(values, name, allowed) {
  if (allowed.includes(values[name])) return null;
  return `--${name} takes one of ${allowed.join(", ")}, not ${JSON.stringify(values[name])}.`;
}
