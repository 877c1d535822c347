import { isEmail } from "../../correlate/caller-class";
import { readPrincipal } from "../../identity/principal";
import type { KnownConfiguration } from "../configuration/known-configuration";
import { callerOfArn } from "../mapping/caller-of-arn";
import type { MappedCaller } from "../mapping/mapped-caller";
import type { SeenCaller } from "./seen-caller";

/** Of a role whose session nobody names. */
const SOME_SESSION = "SESSION";
const MOST = 20;

/**
 * The callers that somebody may mean: by an ARN that one; by an e-mail or a session's name those who came so; by the name of a
 * permission set, a role or a user those of that name. Without a session's name, words in capitals stand for it.
 */
export function callersMeant(
  who: string,
  sessionName: string | null,
  known: { readonly seen: readonly SeenCaller[]; readonly configuration: KnownConfiguration },
): MappedCaller[] {
  const text = who.trim();
  if (text.startsWith("arn:")) return ofArn(text, sessionName, known.seen);
  const wanted = text.toLowerCase();
  const bySession = known.seen.filter(({ sessionName: name }) => name.toLowerCase() === wanted);
  if (bySession.length > 0 || isEmail(text)) return bySession.slice(0, MOST);
  const arns = new Set([
    ...known.seen.map(({ canonicalArn }) => canonicalArn),
    ...arnsIn(known.configuration),
  ]);
  return [...arns]
    .filter((arn) => isCalled(arn, wanted))
    .flatMap((arn) => ofArn(arn, sessionName, known.seen))
    .slice(0, MOST);
}

/** The unique id of the principal is that of whoever came with it last. */
function ofArn(arn: string, sessionName: string | null, seen: readonly SeenCaller[]): MappedCaller[] {
  const caller = callerOfArn(arn, sessionName ?? SOME_SESSION);
  if (caller === null) return [];
  const same = seen.find(({ canonicalArn }) => canonicalArn === caller.canonicalArn);
  return [{ ...caller, userId: same?.userId ?? "" }];
}

function arnsIn({ accessEntries, awsAuth, hidden }: KnownConfiguration): string[] {
  const entries = [...(awsAuth?.entries ?? []), ...(hidden ?? [])];
  return [
    ...(accessEntries ?? []).map(({ principalArn }) => principalArn),
    ...entries.map(({ arn }) => arn),
  ].map((arn) => callerOfArn(arn, SOME_SESSION)?.canonicalArn ?? arn);
}

const SSO = /^awsreservedsso_(.+)_[0-9a-f]{16}$/;

function isCalled(arn: string, wanted: string): boolean {
  const name = readPrincipal(arn)?.name.toLowerCase() ?? "";
  return name === wanted || SSO.exec(name)?.[1] === wanted;
}
