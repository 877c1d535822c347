import Link from "next/link";
import { shortenName } from "@/components/attempts/list/shorten-name";
import { SafeText } from "@/components/ui/safe-text";
import { toVisibleString } from "@/components/ui/visible-text";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { isMasked } from "@/lib/domain/redact/is-masked";
import { identityPath } from "@/lib/search-params/identities/identity-path";
import { KIND_WORDS } from "./identity-words";

interface IdentityLinkProps {
  readonly identity: IdentityRef;
  /** What stands there in its place. */
  readonly text?: string;
}

/** A name that leads to all that is known of it; one that is masked leads nowhere. */
export function IdentityLink({ identity, text }: IdentityLinkProps) {
  const shown = <SafeText text={text ?? shortenName(identity.value)} breakable />;
  if (isMasked(identity.value)) return <span className="font-mono text-xs">{shown}</span>;
  return (
    <Link
      href={identityPath(identity)}
      prefetch={false}
      title={`${KIND_WORDS[identity.kind]} ${toVisibleString(identity.value)}`}
      className="font-mono text-xs text-accent hover:underline"
    >
      {shown}
    </Link>
  );
}
