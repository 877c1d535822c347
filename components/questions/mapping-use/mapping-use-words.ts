import type { Tone } from "@/components/ui/chip";
import type {
  Keeper,
  MappingState,
  OtherUse,
} from "@/lib/domain/summarize/questions/mapping-use/used-mapping";

export const STATE_LOOKS: Readonly<Record<MappingState, { readonly word: string; readonly tone: Tone }>> = {
  used: { word: "✓ Used", tone: "granted" },
  unused: { word: "✕ Not used", tone: "denied" },
  shadowed: { word: "✕ Another decides", tone: "denied" },
  "not-read": { word: "✕ Not read", tone: "denied" },
  "never-matches": { word: "✕ Never matches", tone: "denied" },
  unknown: { word: "? Not known", tone: "open" },
};

/** What it is that keeps a mapping. */
export const KEEPER_WORDS: Readonly<Record<Keeper, string>> = {
  node: "Keep it while the cluster has nodes of this role, now or when it scales: without it they cannot join, and those that are there become NotReady.",
  aws: "AWS's own: EKS works on the cluster by it.",
  creator:
    "The cluster's creator: no command takes it out. Take the IAM role or user itself out of use, or move the cluster to access entries alone.",
};

export const OTHER_WORDS: Readonly<Record<OtherUse["what"], string>> = {
  account: "By mapAccounts, each as their own ARN",
  gone: "By an entry that is gone",
  unexplained: "By no mapping that is known for that time",
};
