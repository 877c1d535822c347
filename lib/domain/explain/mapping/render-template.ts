import type { MappedCaller } from "./mapped-caller";
import { dashed, isInstanceSession } from "./session-name";

/** What EC2 says of an instance's private DNS name. */
export type InstanceName = { readonly name: string } | { readonly error: string };
/** null: nobody knows; the name stays open. */
export type AskInstance = (instanceId: string) => InstanceName | null;

export type Rendered =
  | {
      readonly ok: true;
      readonly text: string;
      /** An instance's name, which only EC2 knows, is still the template's own word. */
      readonly isOpen: boolean;
    }
  | { readonly ok: false; readonly error: string };

type Of = Pick<MappedCaller, "accessKeyId" | "accountId" | "sessionName">;

export const INSTANCE_NAME = "{{EC2PrivateDNSName}}";

/** The authenticator's templates, in its order. Unknown ones stay as they are (facts: authenticator §4.4). */
const VALUES: readonly (readonly [word: string, value: (caller: Of) => string])[] = [
  ["{{AccessKeyID}}", ({ accessKeyId }) => accessKeyId],
  ["{{AccountID}}", ({ accountId }) => accountId],
  ["{{SessionName}}", ({ sessionName }) => dashed(sessionName)],
  ["{{SessionNameRaw}}", ({ sessionName }) => sessionName],
];

/** Every word that is filled in. */
export const TEMPLATES: readonly string[] = [INSTANCE_NAME, ...VALUES.map(([word]) => word)];

/** Fills in a username or group template for a caller, or gives the authenticator's error. */
export function renderTemplate(template: string, caller: Of, ask: AskInstance = () => null): Rendered {
  const named = nameInstance(template, caller.sessionName, ask);
  if (!named.ok) return named;
  // A function: a value may hold what `replace` would take for a pattern of its own.
  const text = VALUES.reduce((done, [word, value]) => done.replaceAll(word, () => value(caller)), named.text);
  return { ...named, text };
}

function nameInstance(template: string, sessionName: string, ask: AskInstance): Rendered {
  if (!template.includes(INSTANCE_NAME)) return { ok: true, text: template, isOpen: false };
  if (!isInstanceSession(sessionName))
    return { ok: false, error: "SessionName did not contain an instance id" };
  const answer = ask(sessionName);
  if (answer === null) return { ok: true, text: template, isOpen: true };
  if ("error" in answer) return { ok: false, error: answer.error };
  return { ok: true, text: template.replaceAll(INSTANCE_NAME, () => answer.name), isOpen: false };
}
