import { printLogfmt } from "./print-logfmt";
import { canonicalArn, type ScenarioPerson, stsArn } from "./scenario-person";
import type { ScenarioRow } from "./scenario-rows";

const DEFAULT_ENDPOINT = "sts.eu-west-1.amazonaws.com";

/** The authenticator's line of a row, as text. `person` is null where the line names nobody. */
export function printAuthenticatorLine(
  row: ScenarioRow,
  timeMs: number,
  person: ScenarioPerson | null,
): string {
  const kind = row.words[2] ?? "";
  const time = `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
  const base = {
    client: `127.0.0.1:${row.options.get("port") ?? "40000"}`,
    method: "POST",
    path: "/authenticate",
    stsendpoint: shown(row, "endpoint", DEFAULT_ENDPOINT),
  };
  if (kind === "sts") {
    return printLogfmt(
      { time, level: "info", msg: "STS response" },
      { ...base, ...responseFields(row, person) },
    );
  }
  if (kind === "granted") {
    return printLogfmt(
      { time, level: "info", msg: "access granted" },
      { ...base, ...grantedFields(row, person) },
    );
  }
  const error = row.options.get("error") ?? "identity is not mapped";
  const arn = person === null ? null : shown(row, "arn", canonicalArn(person));
  return printLogfmt({ time, level: "warning", msg: "access denied" }, { ...base, arn, error });
}

/** `name=none` takes a field out, as older builds do. */
function shown(row: ScenarioRow, name: string, value: string): string | null {
  const option = row.options.get(name) ?? value;
  return option === "none" ? null : option;
}

function responseFields(row: ScenarioRow, person: ScenarioPerson | null): Record<string, string | null> {
  if (person === null) throw new Error(`row ${row.number}: an STS response needs somebody`);
  return {
    accesskeyid: shown(row, "key", person.accessKeyId),
    accountid: person.accountId,
    arn: stsArn(person),
    session: person.session,
    userid: person.uniqueId,
  };
}

function grantedFields(row: ScenarioRow, person: ScenarioPerson | null): Record<string, string | null> {
  const username = row.options.get("as") ?? "user";
  const groups = `[${(row.options.get("in") ?? "").replaceAll(",", " ")}]`;
  if (person === null) return { groups, username, uid: `aws-iam-authenticator:administrative:${username}` };
  const prefix = row.options.get("prefix") ?? "aws-iam-authenticator";
  const uid = `${prefix}:${person.accountId}:${person.uniqueId}`;
  return { arn: shown(row, "arn", canonicalArn(person)), groups, username, uid };
}
