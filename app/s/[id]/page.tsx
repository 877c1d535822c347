import type { Metadata } from "next";
import { SharedScreen } from "@/components/shares/shared-screen";

/** Whoever unfurls the link is told the product's name and nothing more. */
export const metadata: Metadata = { title: { absolute: "Gatebook" }, description: null };

interface SharedPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

/** The same page for every id: what was shared is asked for by the browser, and to see the page changes nothing. */
export default async function SharedPage({ params }: SharedPageProps) {
  return <SharedScreen id={(await params).id} />;
}
