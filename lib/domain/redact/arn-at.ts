import { parseArn } from "../identity/arn";
import type { ValueKind } from "./value-kind";

/** A piece of an ARN: `kind` null = it stays as it is. */
export interface ArnPiece {
  readonly text: string;
  readonly kind: ValueKind | null;
}

export interface ArnFound {
  readonly end: number;
  readonly pieces: readonly ArnPiece[];
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  role: "role",
  user: "user",
  "federated-user": "user",
  cluster: "cluster",
  nodegroup: "cluster",
  "access-entry": "cluster",
  group: "group",
  instance: "node",
};

/** The ARN that begins at `at`, taken apart; null = none does. AWS's own policies stay whole. */
export function arnAt(text: string, at: number): ArnFound | null {
  if (!text.startsWith("arn:", at)) return null;
  const end = arnEnd(text, at);
  const arn = parseArn(text.slice(at, end));
  if (!arn.ok) return null;
  const { partition, service, region, accountId, resource } = arn;
  const stays = (part: string): ArnPiece => ({ text: part, kind: null });
  if (accountId === "aws") return { end, pieces: [stays(text.slice(at, end))] };
  const head = stays(`arn:${partition}:${service}:${region}:`);
  const account: ArnPiece = { text: accountId, kind: "account" };
  return { end, pieces: [head, account, stays(":"), ...resourcePieces(resource)] };
}

function arnEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !/[\s"'`<>(){}[\]|\\^,;&#?]/.test(text.charAt(end))) end++;
  while (/[.:]/.test(text.charAt(end - 1))) end--;
  return end;
}

function resourcePieces(resource: string): ArnPiece[] {
  const parts = resource.split(/([/:])/);
  const isSession = parts[0] === "assumed-role";
  const kind = KINDS[isSession ? "role" : (parts[0] ?? "")] ?? "name";
  const last = parts.length - 1;
  return parts.map((text, i) => {
    const isSign = i % 2 === 1 || text === "";
    const isType = i === 0 && last > 0;
    return { text, kind: isSign || isType ? null : isSession && i === last ? "session" : kind };
  });
}
