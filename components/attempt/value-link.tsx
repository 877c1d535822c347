import Link from "next/link";
import { SafeText } from "@/components/ui/safe-text";
import { toVisibleString } from "@/components/ui/visible-text";
import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { valueHref } from "./attempt-links";

/** A value that leads to all attempts which share it. */
export function ValueLink({ name, value, timeMs }: { name: FacetName; value: string; timeMs: number }) {
  return (
    <Link
      href={valueHref(name, value, timeMs)}
      prefetch={false}
      title={`All attempts with ${toVisibleString(value)} in that week`}
      className="font-mono text-xs text-accent hover:underline"
    >
      <SafeText text={value} breakable />
    </Link>
  );
}
