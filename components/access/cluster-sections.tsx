import { questionHref } from "@/components/questions/registry";

const SECTIONS = [
  ["#who-may-come-in", "Who may come in"],
  ["#changes", "Changes"],
  ["#coverage", "What was read"],
] as const;

/** To the parts of a cluster's page, to the page that asks what if, and to questions about it. */
export function ClusterSections({ cluster }: { cluster: string }) {
  const links = [
    ...SECTIONS,
    [`/clusters/${encodeURIComponent(cluster)}/what-if`, "What if"] as const,
    [questionHref("who-used-cluster-admin", { cluster }), "Who used cluster-admin?"] as const,
    [questionHref("mapping-use", { cluster }), "Is a mapping still used?"] as const,
  ];
  return (
    <nav aria-label="On this page" className="flex flex-wrap gap-x-4 gap-y-1">
      {links.map(([href, label]) => (
        <a key={href} href={href} className="text-accent hover:underline">
          {label}
        </a>
      ))}
    </nav>
  );
}
