import type { Tone } from "@/components/ui/chip";
import type { Confidence } from "@/lib/domain/correlate/attempt";
import type { HopNote, SetAsideReason } from "@/lib/domain/correlate/chain/chain";
import type { NameSource } from "@/lib/domain/correlate/chain/name-source";

export const NAME_WORDS: Readonly<Record<NameSource, string>> = {
  "directory-file": "from the directory file",
  "identity-store": "from Identity Center's identity store, by the user id",
  "iam-user": "name of the IAM user",
  "saml-subject": "as the SAML provider named the subject",
  "web-identity-subject": "subject of the OIDC token",
  "sign-in": "user name of the sign-in",
  "identity-center-session": "session name, set by Identity Center",
  "pod-tags": "from the tags that EKS Pod Identity set",
  "session-name": "session name, set by whoever took the role",
  "source-identity": "source identity, set when the first role was taken",
  service: "AWS service",
  account: "account",
  "kubernetes-username": "its Kubernetes username",
};

/** How sure a hop or an origin is. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, { word: string; tone: Tone; title: string }>> = {
  observed: { word: "● observed", tone: "plain", title: "The record itself says so." },
  keyed: {
    word: "● keyed",
    tone: "plain",
    title: "Joined by the access key id, and the only one that fits.",
  },
  timed: {
    word: "◌ joined by time",
    tone: "open",
    title: "Joined by principal and time, or one of several.",
  },
  claimed: { word: "◌ claimed", tone: "open", title: "Chosen by the caller; nothing proves it." },
};

export const NOTE_WORDS: Readonly<Record<HopNote, string>> = {
  "copies-differ": "Two deliveries of this event differ; one of them is shown.",
  "callers-account-unread": "Recorded in the role's account only, which learns little of the caller.",
  "caller-incomplete": "The record says less of the caller than records of his type do.",
  "several-fit": "Several events fit equally well; none is chosen.",
  "self-issued": "The call gave out the key that it was made with: one of the records is not what it seems.",
  cycle: "From here the records lead back to themselves.",
};

/** Why an event that names the key of a session did not issue it. */
export const SET_ASIDE_WORDS: Readonly<Record<SetAsideReason, string>> = {
  "other-principal": "names this key, and gave it to another principal: key ids are not unique by themselves",
  "other-time": "names this key, and gave it out minutes or more from when this session began",
  "after-use": "names this key, and is later than its use: one of the clocks is wrong",
};
