import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { askDeed } from "@/lib/server/deeds/ask-deed";

export const metadata: Metadata = { title: { absolute: "Gatebook" } };

interface LinkPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

/** A short link leads on to its view (307), which asks anew who looks. */
export default async function LinkPage({ params }: LinkPageProps): Promise<never> {
  const view = await askDeed("openShortLink", { id: (await params).id });
  if (view === null) notFound();
  redirect(view);
}
