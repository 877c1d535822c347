import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { readList } from "../../parse/aws-auth/read-list";
import { isCopyable, quoteShell, quoteTerraform, quoteYaml } from "./quote";

const DOLLAR = "$";
const HOSTILE = [
  "dev:{{SessionName}}",
  "it's $(id) `id` \\ !!",
  '"; rm -rf ~ #',
  `${DOLLAR}{path.module} %{ if true }`,
  "yes",
  "Null",
  "a: b",
  "- a",
  "a, b]",
  "ends:",
  "*",
  "日本",
];

it.each(HOSTILE)("a shell takes %j for one word that it does not look into", (text) => {
  const out = execFileSync("sh", ["-c", `printf %s ${quoteShell(text)}`], { encoding: "utf8" });
  expect(out).toBe(text);
});

it.each(HOSTILE)("the authenticator reads %j as the same string", (text) => {
  const block = `- rolearn: x\n  username: ${quoteYaml(text)}\n  groups: [${quoteYaml(text)}, b]\n`;
  expect(readList("mapRoles", block)).toMatchObject({
    entries: [{ username: text, groups: [text, "b"] }],
    problems: [],
  });
});

it("opens no expression of Terraform", () => {
  expect(quoteTerraform(`a ${DOLLAR}{b} %{c} {{d}}`)).toBe(`"a ${DOLLAR}${DOLLAR}{b} %%{c} {{d}}"`);
});

it("leaves out what steers a terminal or breaks a line", () => {
  for (const text of ["a\nb", "\u001b[2J", "\u202eabc", "a\u2028b", "\ud800", "x".repeat(257)])
    expect(isCopyable(text)).toBe(false);
  for (const text of ["", "dev:{{SessionName}}", "it's", "日本"]) expect(isCopyable(text)).toBe(true);
});

it("leaves out what a command would not take for a value", () => {
  for (const text of ["--profile", "-x", "[a]", "file:///etc/passwd", "fileb://x", "https://example.com"])
    expect(isCopyable(text)).toBe(false);
});
