import { expect, it } from "vitest";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { AUTHENTICATION_MODES, type AuthenticationMode } from "./back-end-modes";
import { mapIdentity } from "./map-identity";
import { openConfiguration } from "./open-configuration";

const ARN = "arn:aws:iam::111122223333:role/Dev";
const CALLER = {
  arn: "arn:aws:sts::111122223333:assumed-role/Dev/jane",
  canonicalArn: ARN,
  accountId: "111122223333",
  userId: "AROADEV",
  sessionName: "jane",
  accessKeyId: "ASIAEXAMPLE1",
};
const as = (username: string, userId: string | null = null): MappingEntry => ({
  list: "mapRoles",
  arn: ARN,
  sso: null,
  username,
  groups: [],
  userId,
  place: null,
});
const usernameIn = (mode: AuthenticationMode, entry: MappingEntry | null = as("by-entry")) => {
  const accessEntries = entry === null ? [] : [entry];
  const mappings = {
    mode,
    hidden: [],
    accessEntries,
    awsAuth: { entries: [as("by-aws-auth")], accounts: [] },
  };
  const decision = mapIdentity(CALLER, openConfiguration(mappings));
  return decision.outcome === "granted" ? decision.username : decision.error;
};

it("an access entry counts before aws-auth, where the mode takes it at all", () => {
  expect(AUTHENTICATION_MODES.map((mode) => usernameIn(mode))).toEqual([
    "by-aws-auth",
    "by-entry",
    "by-entry",
  ]);
});

it("without an access entry aws-auth counts, where the mode still reads it", () => {
  expect(AUTHENTICATION_MODES.map((mode) => usernameIn(mode, null))).toEqual([
    "by-aws-auth",
    "by-aws-auth",
    "identity is not mapped",
  ]);
});

it("an access entry whose id is known, and is another's, lets nobody in", () => {
  expect(usernameIn("API", as("by-entry", "AROAOLD"))).toBe("identity is not mapped");
  expect(usernameIn("API", as("by-entry", "AROADEV"))).toBe("by-entry");
});

it("what is hidden comes before everything", () => {
  const hidden = [as("kubernetes-admin")];
  const mappings = {
    mode: "API" as const,
    hidden,
    accessEntries: [as("x")],
    awsAuth: { entries: [], accounts: [] },
  };
  expect(mapIdentity(CALLER, openConfiguration(mappings))).toMatchObject({
    backEnd: "MountedFile",
    username: "kubernetes-admin",
  });
});
