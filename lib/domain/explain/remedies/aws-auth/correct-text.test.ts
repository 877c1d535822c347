import { describe, expect, it } from "vitest";
import { readConfigMap } from "../../../parse/aws-auth/read-config-map";
import { correctText } from "./correct-text";
import { contentOf } from "./reading";

const OLD = "arn:aws:iam::111122223333:role/team/Dev";
const NEW = "arn:aws:iam::111122223333:role/Dev";
const entriesOf = (text: string) => readConfigMap(text).awsAuth.entries;

/** The second entry's ARN corrected. */
function correct(text: string): string | null {
  const entry = entriesOf(text).find(({ arn }) => arn === OLD);
  if (entry === undefined) throw new Error("no such entry");
  return correctText(text, { kind: "value", entry, field: "arn", value: NEW });
}

describe("an ARN", () => {
  it.each([
    ["plain", `data:\n  mapRoles: |\n    - rolearn: x\n    - rolearn: ${OLD}\n      username: a\n`],
    ["quoted", `data:\n  mapRoles: |\n    - rolearn: "${OLD}"\n      username: a\n`],
    [
      "behind a name that holds it",
      `data:\n  mapRoles: |\n    - username: a-${OLD}\n      rolearn: ${OLD}\n`,
    ],
    ["in a flow", `data:\n  mapRoles: "[{rolearn: x}, {rolearn: ${OLD}, username: a}]"\n`],
    [
      "between line ends of Windows",
      `data:\r\n  mapRoles: |\r\n    - rolearn: ${OLD}\r\n      username: a\r\n`,
    ],
    [
      "in JSON",
      JSON.stringify({ kind: "ConfigMap", data: { mapRoles: `- rolearn: ${OLD}\n  username: a\n` } }),
    ],
  ])("is corrected where it stands %s, and nothing else is", (_, text) => {
    const after = correct(text) ?? "";
    const expected = entriesOf(text).map((entry) =>
      contentOf(entry.arn === OLD ? { ...entry, arn: NEW } : entry),
    );
    expect(entriesOf(after).map(contentOf)).toEqual(expected);
    expect(after.split("\n").filter((line, i) => line !== text.split("\n")[i])).toHaveLength(1);
  });

  it("is left alone where its letters do not stand there as they are read, or the text is another one", () => {
    const escaped = `data:\n  mapRoles: |\n    - rolearn: "arn:aws:iam::111122223333:role\\x2fteam/Dev"\n`;
    expect(correct(escaped)).toBeNull();
    const shared = `data:\n  mapRoles: |\n    - rolearn: &a ${OLD}\n    - rolearn: *a\n`;
    expect(correct(shared)).toBeNull();
    const [entry] = entriesOf(`data:\n  mapRoles: |\n    - rolearn: ${OLD}\n`);
    for (const text of ["", "data:\n  mapRoles: |\n    - rolearn: x\n", "{{{", OLD])
      expect(entry && correctText(text, { kind: "value", entry, field: "arn", value: NEW })).toBeNull();
  });
});

const list = (...lines: string[]) =>
  `data:\n  mapUsers: |\n    - userarn: bob\n      username: bob\n  mapRoles: |\n${lines.join("\n")}\n`;
const mend = (text: string) => correctText(text, { kind: "list", list: "mapRoles" });

describe("a list that cannot be read", () => {
  it.each([
    [
      "groups too far out",
      list("    - rolearn: x", "      username: a", "    groups:", "      - g", "      - h"),
    ],
    [
      "groups too far in",
      list("    - rolearn: x", "      username: a", "        groups:", "          - g", "          - h"),
    ],
    [
      "a key too far in",
      list("    - rolearn: x", "       username: a", "      groups:", "      - g", "      - h"),
    ],
    [
      "an item too far in",
      list(
        "    - rolearn: x",
        "      username: a",
        "      groups: [g, h]",
        "     - rolearn: z",
        "       username: z",
      ),
    ],
    ["a tab", list("    - rolearn: x", "      username: a", "    \tgroups:", "      - g", "      - h")],
    [
      "a template that is not quoted",
      list("    - rolearn: x", "      username: {{SessionName}}", "      groups: [g, h]"),
    ],
    ["no blank behind a colon", list("    - rolearn:x", "      username: a", "      groups: [g, h]")],
    ["no blank behind a dash", list("    -rolearn: x", "      username: a", "      groups: [g, h]")],
    [
      "the same mistake twice",
      list(
        "    - rolearn: x",
        "      username: a",
        "    groups:",
        "      - g",
        "      - h",
        "    - rolearn: z",
        "      username: z",
        "    groups:",
        "      - g",
      ),
    ],
  ])("is mended where it has %s", (_, text) => {
    expect(readConfigMap(text).awsAuth.problems).not.toEqual([]);
    const { awsAuth, problems } = readConfigMap(mend(text) ?? "");
    expect([problems, awsAuth.problems]).toEqual([[], []]);
    expect(awsAuth.entries[0]).toMatchObject({ arn: "x", groups: ["g", "h"] });
    expect(awsAuth.entries.at(-1)).toMatchObject({ arn: "bob", username: "bob" });
  });

  it("is not mended where nobody knows what was meant, or nothing is wrong", () => {
    for (const text of [
      list("    - rolearn: 'x", "      username: a"),
      list("    - rolearn: x", "      username: [a"),
      list("    - rolearn: x", "      username: a"),
      list("    just words"),
      "",
    ])
      expect(mend(text)).toBeNull();
  });
});

describe("a new entry", () => {
  const entry = {
    kind: "entry",
    list: "mapUsers",
    arn: "u",
    username: "{{x}}",
    groups: ["g", "yes"],
  } as const;
  it("comes before the first of its list, or in a list of its own", () => {
    const before = list("    - rolearn: x", "      username: a");
    for (const text of [before, before.replace(/ {2}mapUsers: \|\n.*\n.*\n/, "")]) {
      const after = correctText(text, entry) ?? "";
      expect(entriesOf(after)).toMatchObject([
        { arn: "x" },
        { arn: "u", username: "{{x}}", groups: ["g", "yes"] },
        ...entriesOf(text)
          .slice(1)
          .map(({ arn }) => ({ arn })),
      ]);
    }
  });

  it("is not put where it would break what stands there", () => {
    for (const text of [
      "",
      "a: b",
      "data: {}\n",
      "data:\n  mapUsers: '[]'\n",
      `data:\n  mapUsers: "[{userarn: bob}]"\n`,
    ])
      expect(correctText(text, entry)).toBeNull();
  });
});

it("a key is put right once, with all that stands under it, and not where its own key stands already", () => {
  const text = "data:\n  maproles: |\n    - rolearn: x\n      username: maproles\n";
  const correction = { kind: "key", written: "maproles", list: "mapRoles" } as const;
  expect(correctText(text, correction)).toBe(text.replace("maproles", "mapRoles"));
  expect(correctText(`${text}  mapRoles: |\n    - rolearn: z\n`, correction)).toBeNull();
});

it("hostile texts are corrected or left alone, in bounded time", () => {
  const pieces = ["- rolearn: {{x}}\n", "    - rolearn:x\n", "\t- a:\n", "  groups:\n", " \t ", "{{", "- "];
  for (const piece of pieces) {
    const text = `data:\n  mapRoles: |\n    - rolearn: x\n${piece.repeat(29_000 / piece.length)}`;
    for (const correction of [
      { kind: "list", list: "mapRoles" },
      { kind: "key", written: "groups", list: "mapRoles" },
    ] as const) {
      const after = correctText(text, correction);
      if (after !== null) expect(readConfigMap(after).awsAuth.entries.length).toBeGreaterThan(0);
    }
  }
});
