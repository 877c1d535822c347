import { parse } from "yaml";
import type { EntryWithPolicies } from "../../../parse/access-entries/access-entry";
import type { AuthenticationMode } from "../../mapping/back-end-modes";
import type { RemedyForm } from "../../remedies/remedy-form";
import { applyDiff } from "./apply-diff";
import { accessEntry, type MappingScenario } from "./mapping-scenario";
import { optionsOf, shellWords } from "./shell-words";

/** What a form changes; null = it is no program that these tests know. */
export function applyForm(scenario: MappingScenario, { form, text }: RemedyForm): MappingScenario | null {
  if (form === "aws-auth diff") return { ...scenario, awsAuth: applyDiff(scenario.awsAuth ?? "", text) };
  if (form === "aws-auth")
    return { ...scenario, awsAuth: text.replace(/^-.*\n/gm, "").replace(/^[+ ]/gm, "") };
  if (form !== "AWS CLI" && form !== "eksctl") return null;
  const file = text.indexOf("apiVersion: eksctl.io");
  const commands = (file < 0 ? text : text.slice(0, file))
    .split("\n")
    .filter((line) => /^(aws|eksctl) /.test(line));
  const after = commands.reduce(runCommand, scenario);
  return file < 0 ? after : parse(text.slice(file)).accessConfig.accessEntries.reduce(addFromFile, after);
}

function runCommand(scenario: MappingScenario, command: string): MappingScenario {
  const words = shellWords(command);
  const options = optionsOf(words);
  const one = (name: string) => options.get(name)?.[0] ?? "";
  const change = CHANGES[words.slice(1, 3).join(" ")];
  if (change === undefined) throw new Error(`unknown command: ${command}`);
  return change(scenario, one, (name) => options.get(name) ?? []);
}

type Change = (
  scenario: MappingScenario,
  one: (option: string) => string,
  all: (option: string) => readonly string[],
) => MappingScenario;

const remove: Change = (scenario, one) => without(scenario, one("principal-arn"));
const CHANGES: Readonly<Record<string, Change>> = {
  "eks create-access-entry": (scenario, one, all) =>
    create(
      scenario,
      accessEntry(one("principal-arn"), {
        username: one("username") || null,
        groups: all("kubernetes-groups"),
      }),
    ),
  "eks delete-access-entry": remove,
  "delete accessentry": remove,
  "eks update-access-entry": (scenario, one, all) =>
    changeEntry(scenario, one("principal-arn"), {
      username: one("username"),
      groups: all("kubernetes-groups"),
    }),
  "eks associate-access-policy": (scenario, one) => {
    const [type = "", namespaces = ""] = one("access-scope").replace("type=", "").split(",namespaces=");
    const scope = { type, namespaces: namespaces === "" ? [] : namespaces.split(",") };
    const { policies = [] } = entryOf(scenario, one("principal-arn")) ?? {};
    return changeEntry(scenario, one("principal-arn"), {
      policies: [...policies, { policyArn: one("policy-arn"), scope }],
    });
  },
  "eks update-cluster-config": (scenario, one) =>
    withMode(scenario, one("access-config").replace("authenticationMode=", "")),
  "utils update-authentication-mode": (scenario, one) => withMode(scenario, one("authentication-mode")),
  "create iamidentitymapping": (scenario, one, all) => {
    const lines = [
      `    - ${one("arn").includes(":user/") ? "userarn" : "rolearn"}: ${one("arn")}`,
      `      username: ${JSON.stringify(one("username"))}`,
      `      groups: ${JSON.stringify(all("group"))}`,
    ];
    const list = one("arn").includes(":user/") ? "  mapUsers: |" : "  mapRoles: |";
    const { awsAuth: text = "\ndata:" } = scenario;
    const head = text.includes(list) ? list : "\ndata:";
    const put = (head === list ? [list, ...lines] : [head, list, ...lines]).join("\n");
    return { ...scenario, awsAuth: text.replace(head, () => put) };
  },
};

function withMode(scenario: MappingScenario, mode: string): MappingScenario {
  return { ...scenario, mode: mode as AuthenticationMode };
}

function entryOf({ accessEntries = [] }: MappingScenario, arn: string): EntryWithPolicies | undefined {
  return accessEntries.find(({ principalArn }) => principalArn === arn);
}

/** EKS binds a new entry to the principal that there is now, and refuses a second one. */
function create(scenario: MappingScenario, entry: EntryWithPolicies): MappingScenario {
  const { accessEntries = [], boundTo = {} } = scenario;
  if (entryOf(scenario, entry.principalArn)) throw new Error(`there is an entry for ${entry.principalArn}`);
  const { [entry.principalArn]: _, ...others } = boundTo;
  return { ...scenario, accessEntries: [...accessEntries, entry], boundTo: others };
}

function without(scenario: MappingScenario, arn: string): MappingScenario {
  const { accessEntries = [] } = scenario;
  if (!entryOf(scenario, arn)) throw new Error(`there is no entry for ${arn}`);
  return { ...scenario, accessEntries: accessEntries.filter(({ principalArn }) => principalArn !== arn) };
}

function changeEntry(
  scenario: MappingScenario,
  arn: string,
  change: Partial<EntryWithPolicies>,
): MappingScenario {
  const { accessEntries = [] } = scenario;
  if (!entryOf(scenario, arn)) throw new Error(`there is no entry for ${arn}`);
  return {
    ...scenario,
    accessEntries: accessEntries.map((one) => (one.principalArn === arn ? { ...one, ...change } : one)),
  };
}

function addFromFile(scenario: MappingScenario, entry: EksctlEntry): MappingScenario {
  const {
    principalARN,
    kubernetesUsername = null,
    kubernetesGroups: groups = [],
    accessPolicies = [],
  } = entry;
  const policies = accessPolicies.map(({ policyARN: policyArn, accessScope: { type, namespaces = [] } }) => ({
    policyArn,
    scope: { type, namespaces },
  }));
  return create(scenario, accessEntry(principalARN, { username: kubernetesUsername, groups, policies }));
}

interface EksctlEntry {
  readonly principalARN: string;
  readonly kubernetesUsername?: string;
  readonly kubernetesGroups?: readonly string[];
  readonly accessPolicies?: readonly {
    readonly policyARN: string;
    readonly accessScope: { readonly type: string; readonly namespaces?: readonly string[] };
  }[];
}
