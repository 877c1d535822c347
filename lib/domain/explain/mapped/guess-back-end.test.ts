import { describe, expect, it } from "vitest";
import { guessBackEnd } from "./guess-back-end";
import { attempt } from "./sample-configuration";

describe("what the log alone tells of the entry", () => {
  it("is an access entry by the username that EKS makes, and nothing where it could be any", () => {
    const username = "arn:aws:sts::111122223333:assumed-role/Dev/jane-example.com";
    expect(guessBackEnd(attempt({ kubernetes: { username, groups: [], uid: "u" } }))?.kind).toBe(
      "access-entry",
    );
    expect(guessBackEnd(attempt({}))).toBeNull();
  });
});
