import { describe, expect, it } from "vitest";
import { printConfigMap } from "../../parse/configuration-marks/print-config-map";
import { mappingsOf } from "../configuration/open-known";
import { whoCanBecome } from "./who-can-become";
import { ROLE, awsAuth, known } from "./sample-configuration";

describe("who can become somebody", () => {
  const of = (value: string, kind: "username" | "group", name: string) =>
    whoCanBecome(mappingsOf(known(value)), { kind, name });

  it("is told with the session that it takes", () => {
    const entries = awsAuth(
      [ROLE, "dev:{{SessionName}}"],
      [`${ROLE}2`, "dev:jane"],
      [`${ROLE}3`, "x{{SessionNameRaw}}y"],
    );
    expect(of(entries, "username", "dev:jane").entries).toMatchObject([
      { entry: { arn: ROLE }, session: { kind: "named", name: "jane" }, username: "dev:jane" },
      { entry: { arn: `${ROLE}2` }, session: { kind: "any" } },
    ]);
    expect(of(entries, "username", "xjane@example.comy").entries).toMatchObject([
      { session: { kind: "named", name: "jane@example.com" } },
    ]);
    expect(of(entries, "username", "dev:jane@example.com").entries).toEqual([]);
  });

  it("counts only entries that decide: of two for one role the last", () => {
    const entries = awsAuth([ROLE, "admin", "[system:masters]"], [ROLE, "dev", "[devs]"]);
    expect(of(entries, "group", "system:masters").entries).toEqual([]);
    expect(of(entries, "group", "devs").entries).toMatchObject([{ entry: { username: "dev" } }]);
  });

  it("knows instances and whole accounts", () => {
    const nodes = awsAuth([ROLE, "system:node:{{EC2PrivateDNSName}}"]);
    expect(of(nodes, "username", "system:node:ip-10-0-0-1.internal").entries).toMatchObject([
      { session: { kind: "instance" } },
    ]);
    const accounts = printConfigMap({ mapAccounts: '- "111122223333"\n' });
    expect(of(accounts, "username", ROLE).accounts).toEqual(["111122223333"]);
    expect(of(accounts, "username", "someone").accounts).toEqual([]);
  });
});
