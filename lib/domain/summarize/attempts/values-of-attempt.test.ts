import { describe, expect, it } from "vitest";
import { drawAttempts } from "@/lib/testing/draw-attempts";
import { identityOfValue, valuesOfAttempt } from "./values-of-attempt";

const drawn = drawAttempts(200, 5).map((attempt) => ({ ...attempt, origin: null }));

describe("the values of an attempt", () => {
  it("name what was decided, and whoever came, each once it is known", () => {
    for (const attempt of drawn) {
      const values = valuesOfAttempt(attempt);
      const of = (key: string) => values.filter((one) => one.key === key).map(({ value }) => value);
      expect(of("decision")).toEqual([attempt.decision]);
      expect(of("cluster")).toEqual([attempt.cluster]);
      expect(of("group")).toEqual((attempt.kubernetes?.groups ?? []).filter((group) => group !== ""));
      expect(of("session")).toEqual(attempt.caller?.sessionName ? [attempt.caller.sessionName] : []);
      expect(values.every(({ value }) => value !== "")).toBe(true);
    }
  });

  it("name a denial's reason by its code where its text is known", () => {
    const [attempt] = drawn;
    if (attempt === undefined) throw new Error("nothing was drawn");
    const denied = { ...attempt, decision: "denied" as const, kubernetes: null };
    const reasonOf = (error: string) =>
      valuesOfAttempt({ ...denied, error }).find(({ key }) => key === "reason")?.value;
    expect(reasonOf("ARN is not mapped: arn:aws:iam::111122223333:role/x")).toBe("not-mapped");
    expect(reasonOf("something of a later version")).toBeUndefined();
  });

  it("lead to an identity where they name one", () => {
    expect(identityOfValue({ key: "username", value: "alice" })).toEqual({
      kind: "username",
      value: "alice",
    });
    expect(identityOfValue({ key: "decision", value: "denied" })).toBeNull();
    expect(identityOfValue({ key: "username", value: "" })).toBeNull();
  });
});
