import Link from "next/link";
import { Card } from "@/components/ui/card";

const ELSE = [
  ["credentials-expired", "The credentials ended: an SSO session or a role's session ran out."],
  ["principal-renamed", "The role or user was made anew: an access entry is bound to the old one's id."],
  ["sso-suffix-changed", "The permission set was made anew: its role has another suffix since."],
  ["token-expired", "A token was kept too long, or a clock is wrong."],
  ["sts-throttled", "STS answers too many at once, or not at all, in one Region."],
] as const;

/** What denials come from where no mapping changed. */
export function NothingKnownCard({ cluster }: { cluster: string }) {
  return (
    <Card title="What else it can be">
      <p>
        No change of mappings is known that fits. Changes of{" "}
        <Link
          href={`/clusters/${encodeURIComponent(cluster)}`}
          prefetch={false}
          className="text-accent underline"
        >
          this cluster
        </Link>{" "}
        are known as far back as CloudTrail and its audit log are read.
      </p>
      <ul className="mt-1 ml-5 list-disc">
        {ELSE.map(([code, words]) => (
          <li key={code}>
            <Link href={`/reasons/${code}`} prefetch={false} className="text-accent underline">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
