import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { IdentityScreen } from "@/components/identity/identity-screen";
import { toVisibleString } from "@/components/ui/visible-text";
import { parseIdentityId } from "@/lib/domain/identity/identity-ref";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { fromPathSegments } from "@/lib/search-params/identities/identity-path";
import { getInvestigations } from "@/lib/server/get-investigations";

interface IdentityPageProps {
  readonly params: Promise<{ readonly kind: string; readonly value: readonly string[] }>;
}

const loadIdentity = cache(async (id: string) => {
  const identity = parseIdentityId(id);
  return identity === null ? null : await getInvestigations().reportIdentity(currentViewer(), identity);
});

async function load({ params }: IdentityPageProps) {
  const { kind, value } = await params;
  return loadIdentity(`${kind}:${fromPathSegments(value)}`);
}

export async function generateMetadata(props: IdentityPageProps): Promise<Metadata> {
  const report = await load(props);
  return { title: report === null ? "Not found" : toVisibleString(report.identity.value) };
}

export default async function IdentityPage(props: IdentityPageProps) {
  const report = await load(props);
  if (report === null) notFound();
  return <IdentityScreen report={report} />;
}
