import { identityOfArn } from "../../identity/identity-of-arn";
import { readPrincipal } from "../../identity/principal";
import { parseArn } from "../../identity/arn";
import { RECORD_ID } from "../../identity/record-id";
import type { Meaning, MeaningKind } from "./meaning";
import type { Reading } from "./reading";

/** One value by its shape (facts: aws §5, authenticator §1.2, §3): what it may be, the likeliest first. */
export function readValue(text: string): Reading {
  if (text.startsWith("arn:")) return readArn(text) ?? readName(text);
  const shape = SHAPES.find(([pattern]) => pattern.test(text));
  if (shape === undefined) return readUid(text) ?? readPath(text) ?? readName(text);
  const [, kind] = shape;
  const value = kind === "account" ? text.replaceAll("-", "") : text;
  return { as: kind, tiers: [[{ kind, value }], ...narrower(kind, value), anyName(text)] };
}

const SHAPES: readonly (readonly [RegExp, MeaningKind])[] = [
  [/^A[KS]IA[A-Z0-9]{4,124}$/, "key"],
  [/^A(ROA|IDA)[A-Z0-9]{4,124}(:[\w+=,.@-]{1,64})?$/, "unique-id"],
  [/^system:serviceaccount:[a-z0-9.-]{1,253}:[a-z0-9.-]{1,253}$/, "workload"],
  [/^m?i-[0-9a-f]{8,17}$/, "instance"],
  [/^(\d{12}|\d{4}-\d{4}-\d{4})$/, "account"],
  [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "event"],
  [/^\d{50,60}$/, "record"],
  [RECORD_ID, "attempt"],
];

/** What it is a part of. */
function narrower(kind: MeaningKind, value: string): Meaning[][] {
  if (kind === "workload") return [[{ kind: "username", value }]];
  const colon = value.indexOf(":");
  return kind === "unique-id" && colon > 0 ? [[{ kind, value: value.slice(0, colon) }]] : [];
}

/** The username of an access entry looks like the session's ARN, so it is the next best (facts: authenticator §6.2). */
function readArn(text: string): Reading | null {
  const own = identityOfArn(text);
  if (own === null) return readOtherArn(text);
  const session = own.kind === "session" ? readPrincipal(text) : null;
  const role: Meaning[][] = session === null ? [] : [[{ kind: "role", value: session.canonical }]];
  return { as: own.kind, tiers: [[own], [{ kind: "username", value: text }], ...role] };
}

function readOtherArn(text: string): Reading | null {
  const arn = parseArn(text);
  if (!arn.ok || arn.service !== "ec2" || !arn.resource.startsWith("instance/")) return null;
  return { as: "instance", tiers: [[{ kind: "instance", value: arn.resource.slice("instance/".length) }]] };
}

/** The authenticator's uids, the older name first (facts: authenticator §1.2). */
const UID = /^(?:heptio-authenticator-aws|aws-iam-authenticator):([^:]{1,64}):(.{1,1024})$/s;

function readUid(text: string): Reading | null {
  const match = UID.exec(text);
  if (match === null) return null;
  const kind = match[1] === "administrative" ? "username" : "unique-id";
  return { as: "uid", tiers: [[{ kind: "uid", value: text }], [{ kind, value: match[2] ?? "" }]] };
}

/** `role/x`, `user/x`, `assumed-role/role/session`, and `role/session` as lists of attempts name a session. */
function readPath(text: string): Reading | null {
  const slash = text.indexOf("/");
  const [head, rest] = [text.slice(0, slash), text.slice(slash + 1)];
  if (slash <= 0 || rest === "" || /[\s:]/.test(text)) return null;
  const last = rest.slice(rest.lastIndexOf("/") + 1);
  if (head === "role" || head === "user")
    return { as: head, tiers: [[{ kind: head, value: last }], anyName(text)] };
  const value = head === "assumed-role" ? rest : text;
  return { as: "session", tiers: [[{ kind: "session", value }], anyName(text)] };
}

function readName(text: string): Reading {
  const as = /^(system|eks|aws):/.test(text) ? "system-name" : text.includes("@") ? "email" : "name";
  return { as, tiers: [anyName(text)] };
}

/** Whatever has no shape of its own may be anybody's name. */
function anyName(value: string): Meaning[] {
  const kinds = ["person", "username", "role", "user", "group", "ci"] as const;
  return kinds.map((kind) => ({ kind, value }));
}
