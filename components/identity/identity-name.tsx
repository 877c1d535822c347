import { SafeText } from "@/components/ui/safe-text";
import { identityOfArn } from "@/lib/domain/identity/identity-of-arn";
import type { IdentityKind } from "@/lib/domain/identity/identity-ref";
import { IdentityLink } from "./identity-link";

interface IdentityNameProps {
  readonly value: string | null;
  /** Absent: it is an ARN, which says itself of which kind it is. */
  readonly kind?: IdentityKind;
}

/** A name as a record has it, with the way to all that is known of it: null is what is not there, "" what is printed empty. */
export function IdentityName({ value, kind }: IdentityNameProps) {
  if (value === null) return <span className="text-ink-2">not in the log</span>;
  if (value === "") return <span className="text-ink-2">empty</span>;
  const identity = kind === undefined ? identityOfArn(value) : { kind, value };
  return identity === null ? (
    <SafeText text={value} breakable className="font-mono text-xs" />
  ) : (
    <IdentityLink identity={identity} text={value} />
  );
}
