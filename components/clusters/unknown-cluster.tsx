"use client";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useCoverage } from "@/components/shell/use-coverage";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import { likelyClusters } from "@/lib/domain/summarize/clusters/unknown-cluster";
import { readPathName } from "@/lib/search-params/parameters/read-path-name";
import { clusterHref } from "./cluster-words";

/** A name that no cluster has, with those that may have been meant. */
export function UnknownCluster() {
  const { name } = useParams<{ name?: string }>();
  const { data: coverage } = useCoverage();
  const likely = likelyClusters(readPathName(name ?? ""), coverage?.clusters ?? []);
  return (
    <div className="mx-auto grid max-w-xl justify-items-start gap-3 px-5 py-12">
      <h1 className="text-xl font-semibold">There is no such cluster</h1>
      <p className="text-ink-2">
        Gatebook reads no log of a cluster of this name.
        {likely.length === 0 ? null : " Perhaps you mean:"}
      </p>
      {likely.length === 0 ? null : (
        <ul aria-label="Likely clusters" className="flex flex-wrap gap-2">
          {likely.map((cluster) => (
            <li key={cluster}>
              <Link href={clusterHref(cluster)} prefetch={false} className={CONTROL}>
                <SafeText text={cluster} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Link href="/clusters" prefetch={false} className={CONTROL}>
        All clusters
      </Link>
    </div>
  );
}
