import { expect, it } from "vitest";
import { parse } from "yaml";
import { readConfigMap } from "../../parse/aws-auth/read-config-map";
import type { AuthenticationMode } from "../mapping/back-end-modes";
import { callerOfArn } from "../mapping/caller-of-arn";
import { mapIdentity } from "../mapping/map-identity";
import { type ClusterMappings, openConfiguration } from "../mapping/open-configuration";
import { toMappingEntry } from "../mapping/to-mapping-entry";
import { formsOfRemedy } from "./forms-of-remedy";

const ROLE = "arn:aws:iam::111122223333:role/team/Dev";
const USER = "arn:aws:iam::111122223333:user/ops/alice";
const NOTHING: Omit<ClusterMappings, "mode"> = {
  hidden: [],
  accessEntries: [],
  awsAuth: { entries: [], accounts: [] },
};

const formOf = (remedy: "access-entry" | "aws-auth-entry", form: string, principalArn: string) =>
  formsOfRemedy(remedy, { cluster: "prod", region: "eu-west-1", principalArn, isPathKnown: true }).find(
    (one) => one.form === form,
  )?.text ?? "";

function comesInAs(arn: string, mode: AuthenticationMode, mappings: Partial<ClusterMappings>): unknown {
  const caller = callerOfArn(arn, "jane@example.com");
  if (caller === null) throw new Error(`${arn} is no principal`);
  const decision = mapIdentity(caller, openConfiguration({ ...NOTHING, ...mappings, mode }));
  return decision.outcome === "granted" ? [decision.username, decision.groups] : decision.error;
}

it.each([
  [ROLE, "Dev:jane-example.com"],
  [USER, "alice"],
])("the line of aws-auth lets %s in, who was not mapped", (arn, username) => {
  const applied = formOf("aws-auth-entry", "aws-auth", arn).replace(/^[+ ]/gm, "");
  const { awsAuth, problems } = readConfigMap(applied);
  expect([problems, awsAuth.problems]).toEqual([[], []]);
  expect(comesInAs(arn, "CONFIG_MAP", {})).toBe("identity is not mapped");
  expect(comesInAs(arn, "CONFIG_MAP", { awsAuth })).toEqual([username, ["GROUP"]]);
});

it.each([
  [ROLE, "arn:aws:sts::111122223333:assumed-role/Dev/jane-example.com"],
  [USER, USER],
])("the access entry lets %s in, with the username that EKS gives it", (arn, username) => {
  const { accessConfig } = parse(formOf("access-entry", "eksctl", arn));
  const accessEntries = accessConfig.accessEntries.flatMap(({ principalARN }: { principalARN: string }) => {
    const entry = { principalArn: principalARN, type: "STANDARD", username: null, groups: [] };
    return toMappingEntry(entry) ?? [];
  });
  expect(comesInAs(arn, "API", {})).toBe("identity is not mapped");
  expect(comesInAs(arn, "API", { accessEntries })).toEqual([username, []]);
});
