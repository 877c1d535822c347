import { describe, expect, it } from "vitest";
import { reasonOfDenial } from "../reasons/denial-reason";
import type { MappingScenario } from "./scenarios/mapping-scenario";
import { ACCOUNT, accessEntry, awsAuth, devLines, role, user } from "./scenarios/mapping-scenario";
import { MAPPING_ERROR_SCENARIOS } from "./scenarios/mapping-error-scenarios";
import { NEAR_MISS_SCENARIOS } from "./scenarios/near-miss-scenarios";
import { callerOf, decide, knownOf } from "./scenarios/open-scenario";
import { UNREAD_SCENARIOS } from "./scenarios/unread-scenarios";
import { whyNotMapped } from "./why-not-mapped";

const DEV = role("Developer");
const why = (scenario: Pick<MappingScenario, "principal" | "mode"> & Partial<MappingScenario>) =>
  whyNotMapped(callerOf(scenario), knownOf(scenario), {
    awsAuthText: scenario.awsAuth ?? null,
    ...scenario.facts,
  });
const codes = (scenario: Parameters<typeof why>[0]) => why(scenario).map(({ code }) => code);

describe("a caller who is not mapped", () => {
  it.each([...NEAR_MISS_SCENARIOS, ...UNREAD_SCENARIOS])("is told why: $code, $name", (scenario) => {
    const decision = decide(callerOf(scenario), scenario);
    expect(decision).toMatchObject({ outcome: "denied", error: "identity is not mapped" });
    expect(codes(scenario)[0]).toBe(scenario.code);
  });

  it.each(MAPPING_ERROR_SCENARIOS)("is told by the authenticator's own words: $code, $name", (scenario) => {
    const decision = decide(callerOf(scenario), scenario);
    expect(decision.outcome === "denied" && reasonOfDenial(decision.error)).toBe(scenario.code);
  });

  it("has no reason where there is simply no entry, or nothing is known", () => {
    expect(codes({ principal: DEV, mode: "API_AND_CONFIG_MAP", awsAuth: awsAuth("mapRoles", []) })).toEqual(
      [],
    );
    const nothing = { mode: null, hidden: null, accessEntries: null, awsAuth: null, rbac: null };
    expect(whyNotMapped(callerOf({ principal: DEV }), nothing)).toEqual([]);
  });
});

describe("what is told", () => {
  it("has the entry and its line, the likeliest first", () => {
    const lines = [...devLines(role("Developer", "444455556666")), ...devLines(role("team/Developer"))];
    const found = why({ principal: DEV, mode: "CONFIG_MAP", awsAuth: awsAuth("mapRoles", lines) });
    expect(found.map(({ code, entry, place }) => [code, entry?.arn, place?.line])).toEqual([
      ["role-path-in-aws-auth", role("team/Developer"), 17],
      ["entry-for-other-account", role("Developer", "444455556666"), 13],
    ]);
  });

  it("is both of an access entry that is stale and of aws-auth behind it", () => {
    const accessEntries = [accessEntry(role("team/Developer"))];
    const text = awsAuth("mapRoles", devLines(role("team/Developer")));
    const found = why({ principal: DEV, mode: "API_AND_CONFIG_MAP", awsAuth: text, accessEntries });
    expect(found.map(({ code, accessEntry: own }) => [code, own])).toEqual([
      ["access-entry-stale", accessEntries[0]],
      ["mapping-not-in-force", accessEntries[0]],
      ["role-path-in-aws-auth", null],
    ]);
  });

  it("is not that an access entry is stale, where aws-auth would have let in behind it", () => {
    const text = awsAuth("mapRoles", devLines(DEV));
    const found = { principal: DEV, mode: "API_AND_CONFIG_MAP" as const, accessEntries: [accessEntry(DEV)] };
    expect(codes({ ...found, awsAuth: text })).toEqual(["mapping-not-in-force"]);
  });

  it("is one of the two for an access entry whose age is known", () => {
    const entry = { principal: DEV, mode: "API" as const, accessEntries: [accessEntry(DEV)] };
    expect(codes({ ...entry, facts: { configurationAgeMs: 2_000 } })).toEqual(["mapping-not-in-force"]);
    expect(codes({ ...entry, facts: { configurationAgeMs: 86_400_000 } })).toEqual(["access-entry-stale"]);
  });

  it("is that the mapping was not in force, where aws-auth has it or the whole account", () => {
    const text = awsAuth("mapRoles", devLines(DEV));
    expect(codes({ principal: DEV, mode: "CONFIG_MAP", awsAuth: text })).toEqual(["mapping-not-in-force"]);
    const account = `data:\n  mapAccounts: |\n    - "${ACCOUNT}"\n`;
    expect(why({ principal: DEV, mode: "CONFIG_MAP", awsAuth: account })).toMatchObject([
      { code: "mapping-not-in-force", entry: null },
    ]);
  });

  it("is of an unreadable list its line, and the entry that stands behind the mistake", () => {
    const text = awsAuth("mapRoles", [`    - rolearn: ${DEV}`, "      username: {{SessionName}}"]);
    expect(why({ principal: DEV, mode: "CONFIG_MAP", awsAuth: text })).toMatchObject([
      {
        code: "list-unreadable",
        place: { line: 14 },
        entry: { arn: DEV },
        mistake: { list: "mapRoles", message: "yaml: invalid map key" },
      },
    ]);
    expect(codes({ principal: role("Somebody"), mode: "CONFIG_MAP", awsAuth: text })).toEqual([]);
    expect(codes({ principal: DEV, mode: "API", awsAuth: text })).toEqual([]);
  });

  it("is less without the text: a list that is lost may have been anybody's of its kind", () => {
    const text = awsAuth("mapUsers", ["    - userarn: {{x}}"]);
    const known = knownOf({ mode: "CONFIG_MAP", awsAuth: text });
    const of = (principal: string) => whyNotMapped(callerOf({ principal }), known).map(({ code }) => code);
    expect([of(user("alice")), of(DEV)]).toEqual([["list-unreadable"], []]);
  });

  it("is nothing of the hidden entries but that the creator's role has another suffix", () => {
    const hidden = ["AWSReservedSSO_Admin_fedcba9876543210", "team/Developer"].map((name) => ({
      list: "mapRoles" as const,
      arn: role(name),
      sso: null,
      username: "kubernetes-admin",
      groups: ["system:masters"],
      userId: null,
      place: null,
    }));
    const known = { ...knownOf({ mode: "API" }), hidden };
    const of = (name: string) => whyNotMapped(callerOf({ principal: role(name) }), known);
    expect(of("AWSReservedSSO_Admin_0123456789abcdef")).toMatchObject([
      { code: "sso-suffix-changed", backEnd: "MountedFile" },
    ]);
    expect(of("Developer")).toEqual([]);
  });
});
