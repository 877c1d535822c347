import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DesignScreen } from "@/components/design/design-screen";
import { readConfig } from "@/lib/server/config";

export const metadata: Metadata = { title: "Design" };

/** The primitives and their states, for whoever builds pages. */
export default function DesignPage() {
  if (!readConfig().showsDesign) notFound();
  return <DesignScreen />;
}
