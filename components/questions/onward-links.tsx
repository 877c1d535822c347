import Link from "next/link";
import { SafeText } from "@/components/ui/safe-text";

export interface OnwardLink {
  readonly href: string;
  readonly text: string;
}

interface OnwardLinksProps {
  readonly links: readonly OnwardLink[];
  readonly label?: string;
}

/** Where to go from an answer. */
export function OnwardLinks({ links, label = "From here" }: OnwardLinksProps) {
  if (links.length === 0) return null;
  return (
    <nav aria-label={label}>
      <LinkList links={links} />
    </nav>
  );
}

/** Where to go from one of several: no place of its own on the page. */
export function LinkList({ links }: { links: readonly OnwardLink[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {links.map(({ href, text }) => (
        <li key={`${href} ${text}`}>
          <Link href={href} prefetch={false} className="text-accent hover:underline">
            <SafeText text={text} breakable /> <span aria-hidden="true">→</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
