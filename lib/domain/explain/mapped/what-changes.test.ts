import { describe, expect, it } from "vitest";
import { whatChanges } from "./what-changes";
import { ROLE, awsAuth, known, seen } from "./sample-configuration";

describe("an edit", () => {
  it("takes from some, gives to others, and makes others somebody else; the rest is left out", () => {
    const before = known(awsAuth([ROLE, "dev"], [`${ROLE}2`, "two"], [`${ROLE}3`, "three"]));
    const after = known(awsAuth([`${ROLE}2`, "second"], [`${ROLE}3`, "three"], [`${ROLE}4`, "four"]));
    const callers = ["Dev", "Dev2", "Dev3", "Dev4", "Dev5"].map((role) => seen("jane", role));
    expect(
      whatChanges(callers, before, after).map(({ kind, caller: { canonicalArn } }) => [kind, canonicalArn]),
    ).toEqual([
      ["loses", ROLE],
      ["gains", `${ROLE}4`],
      ["changes", `${ROLE}2`],
    ]);
  });
});
