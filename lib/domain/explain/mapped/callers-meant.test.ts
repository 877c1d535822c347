import { describe, expect, it } from "vitest";
import { callersMeant } from "./callers-meant";
import { ROLE, awsAuth, known, seen } from "./sample-configuration";

describe("whom somebody may mean", () => {
  const set = "AWSReservedSSO_Admin_0123456789abcdef";
  const facts = {
    seen: [seen("jane@example.com", "Dev"), seen("joe", set)],
    configuration: known(awsAuth([`${ROLE}9`, "nine"])),
  };
  const arns = (who: string, session: string | null = null) =>
    callersMeant(who, session, facts).map(({ arn }) => arn);

  it("is told by ARN, e-mail, permission set, role and session", () => {
    expect(arns(ROLE, "me")).toEqual(["arn:aws:sts::111122223333:assumed-role/Dev/me"]);
    expect(arns("Jane@example.com")).toEqual(["arn:aws:sts::111122223333:assumed-role/Dev/jane@example.com"]);
    expect(arns("admin")).toEqual([`arn:aws:sts::111122223333:assumed-role/${set}/SESSION`]);
    expect(arns("Dev9")).toEqual(["arn:aws:sts::111122223333:assumed-role/Dev9/SESSION"]);
    expect([arns("nobody@example.com"), arns("nothing"), arns("arn:aws:s3:::x")]).toEqual([[], [], []]);
  });
});
