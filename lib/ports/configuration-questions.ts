import type { ReachRequest } from "@/lib/domain/explain/reach/request";

/** Somebody at a cluster. */
export interface WhatIfQuery {
  readonly cluster: string;
  /** An ARN, an e-mail or session's name, or the name of a permission set, a role or a user. */
  readonly who: string;
  /** null = any. */
  readonly sessionName: string | null;
}

export interface BecomeQuery {
  readonly cluster: string;
  readonly kind: "username" | "group";
  readonly name: string;
}

export interface ReachQuery {
  /** An attempt's id. */
  readonly id: string;
  /** What it is asked whether the identity may do; null = nothing in particular. */
  readonly request: ReachRequest | null;
}
