import { describe, expect, it } from "vitest";
import { loadWhatIf } from "./configuration-query";

const load = (query: string) => loadWhatIf(new URLSearchParams(query));

describe("the address of a what-if page", () => {
  it("holds both questions, and nothing of blank fields", () => {
    expect(load("who=+Developer+&session=&group=system:masters&username=")).toEqual({
      who: { who: "Developer", sessionName: null },
      identity: { kind: "group", name: "system:masters" },
      problems: [],
    });
  });

  it("asks for the username where both are given", () => {
    expect(load("group=viewers&username=alice").identity).toEqual({ kind: "username", name: "alice" });
  });

  it("asks for nobody where only a session is given", () => {
    expect(load("session=alice").who).toBeNull();
  });

  it.each([
    ["who", `who=${"a".repeat(4097)}&group=viewers`],
    ["who", "who=alice&who=bob&group=viewers"],
    ["colour", "colour=red&group=viewers"],
  ])("leaves out what cannot be read, and names it: %s", (parameter, query) => {
    const { problems, identity } = load(query);
    expect(problems.map((problem) => problem.parameter)).toEqual([parameter]);
    expect(identity).toEqual({ kind: "group", name: "viewers" });
  });
});
