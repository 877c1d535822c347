import { CALL_FAULTS, type FaultPlan } from "./fault-plan";

type Check = (value: unknown) => string | null;

const number: Check = (value) => (Number.isFinite(value) ? null : "must be a number");
const share: Check = (value) =>
  typeof value === "number" && value >= 0 && value <= 1 ? null : "must be a number from 0 to 1";
const text: Check = (value) => (typeof value === "string" ? null : "must be a text");
const texts: Check = (value) =>
  Array.isArray(value) && value.every((one) => typeof one === "string") ? null : "must be a list of texts";
const oneOf =
  (names: readonly string[]): Check =>
  (value) =>
    names.includes(String(value)) ? null : `must be one of ${names.join(", ")}`;

const CALL = {
  kind: oneOf(CALL_FAULTS),
  actions: texts,
  region: text,
  about: text,
  share,
  fromS: number,
  toS: number,
  everyS: number,
  lastsS: number,
};
const LATE = { of: oneOf(["lines", "events"]), share, byS: number };
const BURST = { cluster: text, atS: number, count: number, parts: number, apartS: number };
const PLAN = {
  seed: number,
  othersUse: share,
  calls: listOf(CALL, ["kind"]),
  late: listOf(LATE, ["of", "share", "byS"]),
  bursts: listOf(BURST, ["cluster", "atS", "count", "parts", "apartS"]),
};

/** A plan written as JSON. Throws an Error that says where it is wrong. */
export function readFaultPlan(json: string): FaultPlan {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new Error(`not JSON: ${(cause as Error).message}`);
  }
  const problem = checkMembers(value, PLAN, []);
  if (problem !== null) throw new Error(problem);
  return value as FaultPlan;
}

function checkMembers(value: unknown, checks: Readonly<Record<string, Check>>, needed: readonly string[]) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "must be an object";
  const missing = needed.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `${missing} is missing`;
  for (const [name, member] of Object.entries(value)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined) return `${name} is unknown; known: ${Object.keys(checks).join(", ")}`;
    const problem = check(member);
    if (problem !== null) return `${name} ${problem}`;
  }
  return null;
}

function listOf(checks: Readonly<Record<string, Check>>, needed: readonly string[]): Check {
  return (value) => {
    if (!Array.isArray(value)) return "must be a list";
    for (const [place, item] of value.entries()) {
      const problem = checkMembers(item, checks, needed);
      if (problem !== null) return `[${place}]: ${problem}`;
    }
    return null;
  };
}
