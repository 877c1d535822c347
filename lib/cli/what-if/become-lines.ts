import type { WantedIdentity } from "@/lib/domain/explain/mapped/session-for";
import type { Becomer, WhoCanBecome } from "@/lib/domain/explain/mapped/who-can-become";
import { printable } from "@/lib/server/log/printable";
import { toJsonLine } from "../json-line";
import { told } from "./what-if-lines";

/** Who could come in as somebody, as the command line's JSON: a contract, so its fields are named one by one. */
export function toBecomeJson(
  { kind, name }: WantedIdentity,
  { entries, accounts }: WhoCanBecome,
  problems: readonly string[],
): string {
  return toJsonLine({
    [kind]: name,
    entries: entries.map(({ backEnd, entry, session, username, groups }) => ({
      by: backEnd,
      arn: entry.arn,
      line: entry.place?.line ?? null,
      session: session?.kind === "named" ? session.name : (session?.kind ?? null),
      username,
      groups,
    })),
    accounts,
    problems,
  });
}

/** The same for the eye. */
export function toBecomeText(
  { kind, name }: WantedIdentity,
  { entries, accounts }: WhoCanBecome,
  problems: readonly string[],
): string {
  const wanted = kind === "username" ? `as ${name}` : `with the group ${name}`;
  const isNobody = entries.length + accounts.length === 0;
  const lines = [
    isNobody ? `Nobody can come in ${wanted}, by this configuration` : `Can come in ${wanted}:`,
    ...entries.map((one) => `  ${told(one.backEnd, one.entry)}${sessionWords(one)}`),
    ...accounts.map((account) => `  every principal of account ${account} as its own ARN`),
    ...problems.map((problem) => `  problem   ${problem}`),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

function sessionWords({ session }: Becomer): string {
  if (session === null) return "";
  if (session.kind === "named") return `, in a session called ${session.name}`;
  return session.kind === "instance" ? ", on an EC2 instance" : ", in any session";
}
