import { type ReachRequest, resourceRequest } from "@/lib/domain/explain/reach/request";
import { checkParameters, type ParameterProblem } from "../parameters/check-parameters";

/** Who is asked about at a cluster; null = nobody yet. */
export interface WhoAsked {
  readonly who: string;
  readonly sessionName: string | null;
}

export function readWhoAsked(params: URLSearchParams): WhoAsked | null {
  const who = textIn(params, "who");
  return who === null ? null : { who, sessionName: textIn(params, "session") };
}

/** Which Kubernetes identity is asked about; null = none yet. Of both the username counts. */
export interface IdentityAsked {
  readonly kind: "username" | "group";
  readonly name: string;
}

export function readIdentityAsked(params: URLSearchParams): IdentityAsked | null {
  for (const kind of ["username", "group"] as const) {
    const name = textIn(params, kind);
    if (name !== null) return { kind, name };
  }
  return null;
}

/** What a what-if page is asked, and what of its address was left out. */
export interface WhatIfAsked {
  readonly who: WhoAsked | null;
  readonly identity: IdentityAsked | null;
  readonly problems: readonly ParameterProblem[];
}

const OF_WHAT_IF = ["who", "session", "username", "group", "v"];

/** Reads a what-if page's address gently: empty fields ask for nothing, what cannot be read is left out and named. Total. */
export function loadWhatIf(given: URLSearchParams): WhatIfAsked {
  const sound = new URLSearchParams([...given].filter(([, value]) => value.trim() !== ""));
  const problems = checkParameters(sound, OF_WHAT_IF);
  for (const { parameter } of problems) sound.delete(parameter);
  return { who: readWhoAsked(sound), identity: readIdentityAsked(sound), problems };
}

/**
 * What it is asked whether an identity may do, in kubectl's words: `deployments.apps`, `pods/exec`, or a path such as
 * `/metrics`. null = nothing: a verb and a resource are needed.
 */
export function readReachAsked(params: URLSearchParams): ReachRequest | null {
  const [verb, asked] = [textIn(params, "verb"), textIn(params, "resource")];
  if (verb === null || asked === null) return null;
  if (asked.startsWith("/")) return { kind: "url", verb, path: asked };
  const [typed = "", subresource = ""] = asked.split("/", 2);
  const dot = typed.indexOf(".");
  return resourceRequest({
    verb,
    resource: dot < 0 ? typed : typed.slice(0, dot),
    apiGroup: dot < 0 ? "" : typed.slice(dot + 1),
    subresource,
    namespace: textIn(params, "namespace") ?? "",
    name: textIn(params, "name") ?? "",
  });
}

function textIn(params: URLSearchParams, name: string): string | null {
  const text = params.get(name)?.trim() ?? "";
  return text === "" ? null : text;
}
