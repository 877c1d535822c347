import type { Doer, Stage } from "@/lib/domain/explain/reasons/reason";

interface StageWords {
  readonly title: string;
  /** Within a sentence. */
  readonly at: string;
  readonly what: string;
}

export const STAGE_WORDS: Readonly<Record<Stage, StageWords>> = {
  client: {
    title: "On the caller's machine",
    at: "the caller's machine",
    what: "It ended before anything was sent: no log has it.",
  },
  token: {
    title: "The token",
    at: "the token",
    what: "The authenticator refused the token before it asked STS whose it is.",
  },
  sts: {
    title: "STS",
    at: "STS",
    what: "STS did not vouch for anybody: the credentials, the signature or the way there.",
  },
  mapping: {
    title: "The mapping",
    at: "the mapping",
    what: "STS vouched for the principal, and the cluster let no such one in.",
  },
  "api-server": {
    title: "The API server",
    at: "the API server",
    what: "What people see when one of the stages before said no, or RBAC did.",
  },
};

export const DOER_WORDS: Readonly<Record<Doer, string>> = {
  caller: "the caller",
  "cluster-admin": "an administrator of the cluster",
  "account-admin": "an administrator of the AWS account",
  nobody: "nothing to do",
};
