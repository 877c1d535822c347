import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const OURS = ["lib", "app", "components"];
/** Tests read what they wrote themselves. */
const TESTS = /\.test\.|^lib\/(testing|sandbox)\//;

/** Each regular expression of the product, with a file that has it. */
function everyExpression(): Map<string, string> {
  const names = execFileSync("git", ["ls-files", ...OURS], { cwd: root, encoding: "utf8" }).split("\n");
  const found = new Map<string, string>();
  for (const name of names.filter((one) => /\.tsx?$/.test(one) && !TESTS.test(one))) {
    const source = ts.createSourceFile(name, readFileSync(join(root, name), "utf8"), ts.ScriptTarget.Latest);
    const walk = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) found.set(node.text, name);
      ts.forEachChild(node, walk);
    };
    walk(source);
  }
  return found;
}

function isSafe(literal: string): boolean {
  const end = literal.lastIndexOf("/");
  return checkSync(literal.slice(1, end), literal.slice(end + 1), { timeout: null }).status === "safe";
}

/** Proof P4 of docs/development.md. */
it("no regular expression takes more than linear time, whatever the text", () => {
  expect(isSafe("/(a+)+$/")).toBe(false);
  const all = [...everyExpression()];
  expect(all.length).toBeGreaterThan(250);
  expect(all.filter(([literal]) => !isSafe(literal))).toEqual([]);
}, 900_000);
