import { describe, expect, it } from "vitest";
import { formsOfRemedy } from "./forms-of-remedy";
import { shellWords } from "../why-not-mapped/scenarios/shell-words";
import { NOTHING_MEANT } from "./meant";
import { ANYBODY } from "./principal-at-cluster";

const DEV = {
  cluster: "prod",
  region: "eu-west-1",
  principalArn: "arn:aws:iam::111122223333:role/team/Dev.Ops",
  isPathKnown: true,
};
const POLICY = "arn:aws:eks::aws:cluster-access-policy/";
const textsOf = (remedy: Parameters<typeof formsOfRemedy>[0], who = DEV) =>
  Object.fromEntries(formsOfRemedy(remedy, who).map(({ form, text }) => [form, text]));

describe("a remedy with its own values", () => {
  it("is an access entry for the role with its path, and a policy for reading", () => {
    const { "AWS CLI": commands, eksctl, Terraform } = textsOf("access-entry");
    const where = `--cluster-name prod --region eu-west-1 --principal-arn ${DEV.principalArn}`;
    expect(commands?.split("\n")).toEqual([
      `aws eks create-access-entry ${where}`,
      `aws eks associate-access-policy ${where} --policy-arn arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy --access-scope type=cluster`,
    ]);
    expect(eksctl).toContain(`- principalARN: ${DEV.principalArn}\n`);
    expect(Terraform).toContain('resource "aws_eks_access_entry" "dev_ops" {');
  });

  it("is a line of aws-auth for the role without its path, quoted, with the session's name", () => {
    const { "aws-auth": diff, eksctl } = textsOf("aws-auth-entry");
    expect(diff?.split("\n")).toEqual([
      " data:",
      "   mapRoles: |",
      "+    - rolearn: arn:aws:iam::111122223333:role/Dev.Ops",
      '+      username: "Dev.Ops:{{SessionName}}"',
      "+      groups:",
      "+        - GROUP",
    ]);
    expect(eksctl).toContain(
      "--arn arn:aws:iam::111122223333:role/Dev.Ops --username 'Dev.Ops:{{SessionName}}'",
    );
  });

  it("keeps a user's path, and maps the user by name", () => {
    const user = { ...DEV, principalArn: "arn:aws:iam::111122223333:user/ops/alice" };
    expect(textsOf("aws-auth-entry", user)["aws-auth"]).toContain(
      '+    - userarn: arn:aws:iam::111122223333:user/ops/alice\n+      username: "alice"',
    );
  });

  it("speaks of the partition that the principal is of", () => {
    const inChina = { ...DEV, principalArn: "arn:aws-cn:iam::111122223333:role/Dev" };
    expect(textsOf("access-entry", inChina)["AWS CLI"]).toContain(
      "arn:aws-cn:eks::aws:cluster-access-policy/",
    );
  });

  it("says where the path is to be found only while it is not known", () => {
    const notes = (isPathKnown: boolean) =>
      formsOfRemedy("access-entry", { ...DEV, isPathKnown }).map(({ note }) => note ?? "");
    expect(notes(false).every((note) => note.includes("aws iam get-role"))).toBe(true);
    expect(notes(true).some((note) => note.includes("aws iam get-role"))).toBe(false);
  });
});

const HOSTILE = [
  "x; rm -rf ~",
  "$(id)",
  "a'b",
  'a"b',
  "a\nb",
  "`id`",
  "arn:aws:iam::111122223333:role/x; rm -rf ~",
  "arn:aws:iam::111122223333:role/$(id)",
  "arn:aws:iam::111122223333:role/x\n- rolearn: y",
  "arn:aws:sts::111122223333:federated-user/bob",
  "-x",
  "eu-west-1 --profile x",
];
const REMEDIES = [
  "access-entry",
  "recreate-access-entry",
  "replace-access-entry",
  "update-access-entry",
  "authentication-mode",
  "aws-auth-entry",
  "aws-auth-arn",
  "aws-auth-username",
  "aws-auth-field",
  "aws-auth-key",
  "aws-auth-list",
  "update-kubeconfig",
  "fresh-token",
  "regional-endpoint",
] as const;

describe("what a log says", () => {
  it.each(HOSTILE)("gets into no command where it has not AWS's own form: %j", (text) => {
    const who = { cluster: text, region: text, principalArn: text, isPathKnown: true };
    const nobody = { ...ANYBODY, isPathKnown: true };
    for (const remedy of REMEDIES) expect(formsOfRemedy(remedy, who)).toEqual(formsOfRemedy(remedy, nobody));
  });

  it.each(HOSTILE)(
    "gets into no command with an access entry's names, but as one quoted word: %j",
    (text) => {
      const policies = [
        { policyArn: text, scope: { type: "cluster", namespaces: [] } },
        { policyArn: `${POLICY}AmazonEKSViewPolicy`, scope: { type: "namespace", namespaces: [text] } },
      ];
      const accessEntry = { type: "STANDARD", username: text, groups: [text], policies };
      const meant = { ...NOTHING_MEANT, accessEntry, entry: accessEntry, oldPrincipalArn: text };
      for (const remedy of REMEDIES) {
        for (const { form, text: command } of formsOfRemedy(remedy, DEV, meant)) {
          const isCommand = form === "AWS CLI" && !command.startsWith("aws eks update-kubeconfig");
          const words = isCommand ? command.split("\n").flatMap(shellWords) : [];
          expect(command).not.toContain("\n- rolearn: y");
          expect(words.filter((word) => word.includes("rm") || word.includes("(id)"))).toEqual(
            words.filter((word) => word === text && /rm|\(id\)/.test(text)),
          );
          expect(words).not.toContain("associate-access-policy");
        }
      }
    },
  );

  it("is an access entry with its own names and policies", () => {
    const accessEntry = {
      type: "STANDARD",
      username: "dev:{{SessionName}}",
      groups: ["devs", "it's"],
      policies: [
        {
          policyArn: `${POLICY}AmazonEKSEditPolicy`,
          scope: { type: "namespace", namespaces: ["a", "dev-*"] },
        },
        { policyArn: `${POLICY}AmazonEKSViewPolicy`, scope: { type: "cluster", namespaces: [] } },
      ],
    };
    const forms = formsOfRemedy("recreate-access-entry", DEV, { ...NOTHING_MEANT, accessEntry });
    const [cli, eksctl, terraform] = forms.map(({ text }) => text);
    expect(
      cli?.split("\n").map((line) => line.replace(/ --cluster-name prod .*:role\/team\/Dev.Ops/, "")),
    ).toEqual([
      "aws eks delete-access-entry",
      "aws eks create-access-entry --username 'dev:{{SessionName}}' --kubernetes-groups devs 'it'\\''s'",
      `aws eks associate-access-policy --policy-arn ${POLICY}AmazonEKSEditPolicy --access-scope 'type=namespace,namespaces=a,dev-*'`,
      `aws eks associate-access-policy --policy-arn ${POLICY}AmazonEKSViewPolicy --access-scope type=cluster`,
    ]);
    expect(eksctl).toContain(`kubernetesGroups: [devs, "it's"]`);
    expect(terraform).toBe(
      "terraform apply -replace=aws_eks_access_entry.dev_ops -replace=aws_eks_access_policy_association.dev_ops_amazonekseditpolicy -replace=aws_eks_access_policy_association.dev_ops_amazoneksviewpolicy",
    );
    expect(forms[0]?.grants).toBe(
      "AmazonEKSEditPolicy in a, dev-*; AmazonEKSViewPolicy in the whole cluster.",
    );
  });

  it("gives an entry of a node's type no names: EKS does that", () => {
    const accessEntry = { type: "EC2_LINUX", username: "x", groups: ["y"], policies: [] };
    const texts = formsOfRemedy("access-entry", DEV, { ...NOTHING_MEANT, accessEntry }).map(
      ({ text }) => text,
    );
    for (const text of texts) expect(text).toMatch(/EC2_LINUX/);
    for (const text of texts) expect(text).not.toMatch(/kubernetes.?[Gg]roups|user_?name/i);
  });
});
