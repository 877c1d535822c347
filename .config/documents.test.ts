import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "@/lib/cli/commands";
import { planFromConfig } from "@/lib/server/aws/aws-plan";
import { createIamPolicies } from "@/lib/server/aws/iam-policies";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const below = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`);
const isNote = (path: string) => path.endsWith(".md") && !path.includes("fixtures/");
const documents = [
  "README.md",
  "CHANGELOG.md",
  "SECURITY.md",
  ...["docs", "lib", "e2e"].flatMap(below).filter(isNote),
];
const scripts: Record<string, string> = JSON.parse(read("package.json")).scripts;

/** All first groups of a pattern in a text. */
function findAll(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => (found === undefined ? [] : [found]));
}

/** Targets of links, and what stands in backticks and looks like a file or folder of this repository. */
function citedPaths(text: string): string[] {
  const links = findAll(text, /\]\(([^)\s#]+)/g).filter((target) => !target.includes("://"));
  const inline = findAll(text, /`([^`\s]+)`/g).filter((word) => /^[\w./[\]()-]+$/.test(word));
  const files = inline.filter((word) =>
    /\.(ts|tsx|mjs|cjs|json|md)$|^(lib|app|docs|e2e|\.ci|\.config)\//.test(word),
  );
  return [...links, ...files];
}

/** Paths in a folder's own note may start at that folder, in any of its folders. */
function exists(path: string, document: string): boolean {
  const home = dirname(document);
  if (["", home, "lib"].some((base) => existsSync(join(root, base, path)))) return true;
  return home !== "." && home !== "docs" && below(home).some((file) => file.endsWith(`/${path}`));
}

/** What a person may not find in the repository: an address, written on a first start, an example of one's own file. */
const ELSEWHERE = /^(\/api\/|\.gatebook|truth\.json|engine\.sock|(views|sessions)\.json|node_modules|dist)/;

describe.each(documents)("%s", (document) => {
  const text = read(document);

  it("cites files that exist", () => {
    const missing = citedPaths(text).filter((path) => !ELSEWHERE.test(path) && !exists(path, document));
    expect(missing).toEqual([]);
  });

  it("cites commands that exist", () => {
    const unknown = [
      ...findAll(text, /npm run ([\w-]+)/g).filter((name) => !(name in scripts)),
      ...findAll(text, /(?:npx gatebook|`gatebook) ([a-z][a-z-]*)/g).filter((name) => !commands.has(name)),
    ];
    expect(unknown).toEqual([]);
  });
});

describe("README.md", () => {
  const text = read("README.md");

  it("names the options of npm start, and no others", () => {
    const help = findAll(read("lib/cli/bin/start-options.mjs"), /^ {2}(--[a-z]+) /gm);
    const table = findAll(text, /^\| `(--[a-z]+)/gm);
    expect(table.sort()).toEqual(help.sort());
  });

  it("asks for the permissions that the code uses", () => {
    const policies = findAll(text, /```json\n([^`]+)```/g).map((json) => JSON.parse(json));
    const asked = policies.flatMap(({ Statement }) => Statement).flatMap(({ Action }) => Action);
    expect(asked.sort()).toEqual(calledActions().sort());
  });

  it("asks for them in the policies of a config too, and for the roles it names", () => {
    const trails = [{ from: "s3://example-trail", region: "eu-west-1" }];
    const own = {
      id: "111122223333",
      role: null,
      externalId: null,
      profile: null,
      regions: ["eu-west-1"],
      trails,
    };
    const role = "arn:aws:iam::444455556666:role/gatebook";
    const other = {
      id: "444455556666",
      role,
      externalId: null,
      profile: null,
      regions: ["us-east-1"],
      trails,
    };
    const config = {
      accounts: [own, other],
      clusters: [],
      lookbackDays: 14,
      retentionDays: 90,
      quotaShare: 0.5,
    };
    const asked = createIamPolicies(planFromConfig(config)).map(({ policy }) =>
      policy.Statement.flatMap(({ Action }) => Action).sort(),
    );
    expect(asked).toEqual([[...calledActions(), "sts:AssumeRole"].sort(), calledActions().sort()]);
  });
});

const SERVICES: Readonly<Record<string, string>> = { "cloudwatch-logs": "logs" };
/** Where the permission is not called as the operation is. */
const PERMISSIONS: Readonly<Record<string, string>> = { "s3:ListObjectsV2": "s3:ListBucket" };

/** GetCallerIdentity needs no permission; AssumeRole is for the roles that a config names, and asked for there. */
const NOT_FOR_ALL = ["sts:GetCallerIdentity", "sts:AssumeRole"];

/** The actions of the AWS clients' commands in the code. */
function calledActions(): string[] {
  const files = ["lib/sources", "lib/server"].flatMap(below).filter((path) => /(?<!\.test)\.ts$/.test(path));
  const actions = files.map(read).flatMap((code) => {
    const operations = findAll(code, /(?:new (?=\w+Command\()|\bpaginate(?=\w+\())(\w+?)(?:Command)?\(/g);
    return operations.map((operation) => {
      const client = clientOf(code, operation);
      const action = `${SERVICES[client] ?? client}:${operation}`;
      return PERMISSIONS[action] ?? action;
    });
  });
  return [...new Set(actions)].filter((action) => !NOT_FOR_ALL.includes(action));
}

/** The client whose import names the operation. */
function clientOf(code: string, operation: string): string {
  const imports = [...code.matchAll(/import \{([^}]+)\} from "@aws-sdk\/client-([a-z0-9-]+)"/g)];
  const [, , client = ""] =
    imports.find(([, names]) => new RegExp(`\\b(?:paginate)?${operation}`).test(names ?? "")) ?? [];
  return client;
}
