import type { CallerClass, Confidence } from "../correlate/attempt";
import { classifyCaller } from "../correlate/caller-class";
import type { Origin } from "../correlate/chain/chain";
import type { KubeRequest } from "../correlate/kube-request";
import { nameOf, type ShownName } from "./who-got-in";

/** Who made a request. */
export interface RequestMaker extends ShownName {
  /** What it is, and how sure that is; null = only the record's own words are known. */
  readonly origin: { readonly kind: CallerClass; readonly confidence: Confidence } | null;
}

/** What of a request tells that. */
export interface MadeRequest {
  readonly request: Pick<KubeRequest, "caller" | "kubernetes">;
  readonly origin: Origin | null;
}

/** The origin where one is known; else what the record calls the caller, and whether he chose that. */
export function whoMadeRequest({ request, origin }: MadeRequest): RequestMaker {
  const text = origin?.name ?? origin?.userId ?? null;
  if (origin !== null && text !== null && origin.confidence !== null) {
    const { kind, confidence } = origin;
    return { text, claimed: confidence === "claimed", origin: { kind, confidence } };
  }
  const { caller, kubernetes } = request;
  return { ...nameOf({ class: classifyCaller(caller, kubernetes), caller, kubernetes }), origin: null };
}
