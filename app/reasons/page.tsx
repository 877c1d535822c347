import type { Metadata } from "next";
import { ReasonsScreen } from "@/components/reasons/reasons-screen";

export const metadata: Metadata = { title: "Reasons" };

export default function ReasonsPage() {
  return <ReasonsScreen />;
}
