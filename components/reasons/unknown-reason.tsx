import Link from "next/link";

export function UnknownReason() {
  return (
    <article className="mx-auto grid max-w-[50rem] gap-3 px-4 pt-8 sm:px-5">
      <h1 className="text-lg font-semibold">There is no such reason</h1>
      <p className="text-ink-2">The link names a reason that this version of Gatebook does not have.</p>
      <p>
        <Link href="/reasons" prefetch={false} className="text-accent hover:underline">
          All reasons
        </Link>
      </p>
    </article>
  );
}
