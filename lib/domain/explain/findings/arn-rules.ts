import { readPrincipal } from "../../identity/principal";
import { stripPath } from "../../identity/strip-path";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { Found } from "./found";

const SUFFIX = /_[0-9a-f]{16}$/;
const SSO = "AWSReservedSSO_";

/** Why an entry of aws-auth can never match, by its ARN: the first reason that there is. */
export function checkArn({ arn, sso }: MappingEntry): Found[] {
  if (sso !== null || arn === "") return [];
  if (/\s/.test(arn))
    return [
      { code: "blank-in-arn", message: `${show(arn)} holds a blank`, instead: arn.replace(/\s+/g, "") },
    ];
  if (/[*?]/.test(arn)) return [{ code: "wildcard", message: `${arn} holds a wildcard`, instead: null }];
  const principal = readPrincipal(arn);
  if (principal === null || principal.type === "ROOT" || principal.type === "FEDERATED_USER")
    return principal === null
      ? [{ code: "no-principal", message: `${show(arn)} is no role and no user`, instead: null }]
      : [];
  if (principal.type === "ASSUMED_ROLE")
    return [{ code: "session-arn", message: `${arn} is a session of a role`, instead: principal.canonical }];
  if (principal.type === "USER") return [];
  return [...pathOf(arn, principal.path), ...suffixOf(principal.name)];
}

function pathOf(arn: string, path: string): Found[] {
  if (path === "/") return [];
  const stripped = stripPath(arn);
  return [
    { code: "role-path", message: `${arn} has the path ${path}`, instead: stripped.ok ? stripped.arn : null },
  ];
}

function suffixOf(name: string): Found[] {
  if (!name.startsWith(SSO) || SUFFIX.test(name)) return [];
  return [{ code: "sso-suffix", message: `${name} does not end in 16 hexadecimal digits`, instead: null }];
}

/** In quotes, so that blanks at its ends are seen. */
function show(text: string): string {
  return JSON.stringify(text);
}
