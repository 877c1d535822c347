"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useParams } from "next/navigation";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import { fromPathSegments } from "@/lib/search-params/identities/identity-path";
import { nearIdentitiesQuery } from "@/lib/search-params/identities/identity-queries";
import { IdentityLink } from "./identity-link";
import { KIND_WORDS } from "./identity-words";

/** A name of which nothing is known, with those that may have been meant. */
export function UnknownIdentity() {
  const { value = [] } = useParams<{ value?: string[] }>();
  const name = fromPathSegments(value);
  const { data } = useQuery({ ...nearIdentitiesQuery(name), enabled: name !== "" });
  const near = data?.near ?? [];
  return (
    <div className="mx-auto grid max-w-xl justify-items-start gap-3 px-5 py-12">
      <h1 className="text-xl font-semibold">Nothing is known of this identity</h1>
      <p className="text-ink-2">
        No stored attempt is by or as <SafeText text={name} breakable className="font-mono text-xs" />. It may
        be spelt otherwise, belong to clusters that this Gatebook does not read, or be older than what it
        keeps.
      </p>
      {near.length === 0 ? null : (
        <>
          <h2 className="text-sm font-semibold">Near it</h2>
          <ul aria-label="Names near it" className="grid gap-1">
            {near.map((hit) => (
              <li key={`${hit.kind} ${hit.value}`}>
                <IdentityLink identity={hit} text={hit.value} />{" "}
                <span className="text-xs text-ink-2">{KIND_WORDS[hit.kind]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Link href="/identities" prefetch={false} className={CONTROL}>
        All identities
      </Link>
    </div>
  );
}
