import type { Metadata } from "next";
import { IdentitiesScreen } from "@/components/identity/identities-screen";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { getInvestigations } from "@/lib/server/get-investigations";

export const metadata: Metadata = { title: "Identities" };

const EACH = 8;

export default async function IdentitiesPage() {
  const query = { meanings: [], text: "", limit: EACH };
  const { near } = await getInvestigations().findIdentities(currentViewer(), query);
  return <IdentitiesScreen active={near} />;
}
