import Link from "next/link";
import { KIND_WORDS } from "@/components/identity/identity-words";
import { SafeText } from "@/components/ui/safe-text";
import { type IdentityRef, printIdentityId } from "@/lib/domain/identity/identity-ref";
import { isMasked } from "@/lib/domain/redact/is-masked";
import { identityPath } from "@/lib/search-params/identities/identity-path";

/** What else is called so, or nearly so. */
export function OtherNames({ title, names }: { title: string; names: readonly IdentityRef[] }) {
  if (names.length === 0) return null;
  return (
    <nav aria-label={title}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
        <li>{title}:</li>
        {names.map((name) => (
          <li key={printIdentityId(name)}>
            {KIND_WORDS[name.kind]}{" "}
            {isMasked(name.value) ? (
              <SafeText text={name.value} breakable />
            ) : (
              <Link href={identityPath(name)} prefetch={false} className="text-accent underline">
                <SafeText text={name.value} breakable />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
