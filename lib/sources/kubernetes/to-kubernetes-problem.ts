import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { SourceError } from "@/lib/ports/event-source";
import { codeOf } from "../aws/to-source-problem";
import { type KubernetesAccess, KubernetesRefusal } from "./ask-kubernetes";

/** What is read, and which permission of RBAC it takes. */
export interface KubernetesWish {
  /** `the ConfigMap aws-auth`, `roles and bindings` */
  readonly what: string;
  /** As RBAC calls it: `get configmaps/aws-auth in kube-system`. */
  readonly permission: string;
  /** Prints the same, for somebody who can reach the cluster. */
  readonly command: string;
}

type Place = Pick<KubernetesAccess, "cluster" | "region" | "endpoint">;

/** What a cluster's refusal or silence means, and what to do about it. */
export function toKubernetesError(error: unknown, wish: KubernetesWish, place: Place): SourceError {
  if (error instanceof SourceError) return error;
  return new SourceError(problemOf(error, wish, place), error);
}

function problemOf(error: unknown, wish: KubernetesWish, place: Place): SourceProblem {
  const cannot = `Cannot read ${wish.what} of ${place.cluster}:`;
  if (error instanceof KubernetesRefusal) return refusedProblem(error, cannot, wish);
  const said = error instanceof Error ? error.message.slice(0, 300) : String(error);
  const isSilent = codeOf(error) === "unreachable" || /timeout/i.test(said);
  if (!isSilent)
    return {
      code: "malformed",
      message: `${cannot} ${said}.`,
      remedy: "It is tried again by itself. Meanwhile paste what this command prints:",
      command: wish.command,
      permission: null,
    };
  return {
    code: "unreachable",
    message: `${cannot} its API server ${place.endpoint} does not answer from here.`,
    remedy:
      "Where the endpoint is private, run Gatebook inside the VPC, or run this command where kubectl works and paste what it prints:",
    command: wish.command,
    permission: null,
  };
}

function refusedProblem(
  { status, message }: KubernetesRefusal,
  cannot: string,
  { permission, command }: KubernetesWish,
): SourceProblem {
  if (status === 401)
    return {
      code: "forbidden",
      message: `${cannot} the cluster does not know the identity Gatebook runs as.`,
      remedy:
        "Create an access entry for it (docs/operations.md, “Reading a cluster's configuration”), or paste what this command prints:",
      command,
      permission,
    };
  if (status === 403)
    return {
      code: "forbidden",
      message: `${cannot} ${message === "" ? "the cluster refuses it" : message}.`,
      remedy: `Allow ${permission} for it (docs/operations.md, “Reading a cluster's configuration”), or paste what this command prints:`,
      command,
      permission,
    };
  return {
    code: status === 429 ? "throttled" : "malformed",
    message: `${cannot} the API server answered ${status}${message === "" ? "" : `: ${message}`}.`,
    remedy: "It is tried again by itself. Meanwhile paste what this command prints:",
    command,
    permission: null,
  };
}
