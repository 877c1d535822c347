import { isScalar, type Scalar } from "yaml";
import { type Findings, refuse } from "./findings";
import { isSecretValue, NO_SECRETS } from "./looks-secret";
import type { Position } from "./mistake";
import { nodeKind } from "./node-kind";
import { quote } from "./quote";
import type { NumberShape, TextShape } from "./shape";

interface FoundScalar {
  readonly node: unknown;
  readonly path: string;
  readonly place: Position;
}

/** A text as it is written: 012345678901 without quotes is an account id, and no number. */
export function checkText(findings: Findings, shape: TextShape, found: FoundScalar): string | null {
  const { node, path, place } = found;
  const text = isScalar(node) ? writtenText(node) : null;
  if (text !== null && isSecretValue(text)) {
    refuse(findings, place, `${path} looks like a secret, and this file must not hold one.`, NO_SECRETS);
    return null;
  }
  if (text !== null && shape.pattern.test(text)) return text;
  const got = text === null ? nodeKind(node) : quote(text);
  refuse(findings, place, `${path} must be ${shape.what}, not ${got}.`, `Write it like ${shape.example}`);
  return null;
}

function writtenText({ value, source }: Scalar): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" ? (source ?? String(value)) : null;
}

/** A number within its bounds; its default where it is wrong. */
export function checkNumber(findings: Findings, shape: NumberShape, found: FoundScalar): number {
  const { node, path, place } = found;
  const value = isScalar(node) ? node.value : null;
  if (typeof value === "number" && fits(value, shape)) return value;
  const what = `a ${shape.whole ? "whole " : ""}number from ${shape.min} to ${shape.max}`;
  const got = typeof value === "number" ? String(value) : nodeKind(node);
  const remedy = `Without it, it is ${shape.default}.`;
  refuse(findings, place, `${path} must be ${what}, not ${got}.`, remedy);
  return shape.default;
}

function fits(value: number, { min, max, whole }: NumberShape): boolean {
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}
