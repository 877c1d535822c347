import Link from "next/link";
import { SafeText } from "@/components/ui/safe-text";

export interface OnwardLink {
  readonly href: string;
  readonly text: string;
}

/** Where to go from an answer. */
export function OnwardLinks({ links }: { links: readonly OnwardLink[] }) {
  return (
    <nav aria-label="From here">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {links.map(({ href, text }) => (
          <li key={`${href} ${text}`}>
            <Link href={href} prefetch={false} className="text-accent hover:underline">
              <SafeText text={text} breakable /> <span aria-hidden="true">→</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
