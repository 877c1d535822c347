import Link from "next/link";

/** To all mappings of a cluster. */
export function ClusterLink({ cluster }: { cluster: string }) {
  return (
    <Link
      href={`/clusters/${encodeURIComponent(cluster)}#who-may-come-in`}
      prefetch={false}
      className="text-accent underline"
    >
      all mappings of the cluster
    </Link>
  );
}
