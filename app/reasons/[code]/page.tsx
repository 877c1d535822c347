import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReasonScreen } from "@/components/reasons/reason-screen";
import { beginSentence } from "@/lib/domain/explain/begin-sentence";
import { explainReason } from "@/lib/domain/explain/explain-reason";
import { findReason } from "@/lib/domain/explain/reasons/registry";

interface ReasonPageProps {
  readonly params: Promise<{ readonly code: string }>;
}

export async function generateMetadata({ params }: ReasonPageProps): Promise<Metadata> {
  const reason = findReason((await params).code);
  return { title: reason === null ? "Not found" : beginSentence(reason.title) };
}

export default async function ReasonPage({ params }: ReasonPageProps) {
  const reason = findReason((await params).code);
  if (reason === null) notFound();
  return <ReasonScreen reason={explainReason(reason.code)} alsoKnownAs={reason.alsoKnownAs ?? []} />;
}
