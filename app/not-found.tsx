import type { Metadata } from "next";
import Link from "next/link";
import { CONTROL } from "@/components/ui/control-class";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="mx-auto grid max-w-xl justify-items-start gap-3 px-5 py-12">
      <h1 className="text-xl font-semibold">There is nothing at this address</h1>
      <p className="text-ink-2">
        The page does not exist, or the attempt is not in this Gatebook: it may read other clusters than the
        one the link came from, or keep a shorter time.
      </p>
      <Link href="/attempts" prefetch={false} className={CONTROL}>
        All attempts
      </Link>
    </div>
  );
}
