import type { Metadata } from "next";
import { SessionsScreen } from "@/components/sign-in/sessions-screen";
import { askDeed } from "@/lib/server/deeds/ask-deed";

export const metadata: Metadata = { title: "Who is signed in" };

export default async function SessionsPage() {
  const { sessions } = await askDeed("listSessions", null);
  return <SessionsScreen first={sessions} />;
}
