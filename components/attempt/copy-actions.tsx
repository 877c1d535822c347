"use client";
import { CopyButton } from "@/components/ui/copy-button";
import { toVisibleString } from "@/components/ui/visible-text";

/** What one pastes into a chat: the sentence, or a link that needs no filter. */
export function CopyActions({ id, sentence }: { id: string; sentence: string }) {
  const link = () => `${window.location.origin}/attempts/${encodeURIComponent(id)}`;
  return (
    <div className="flex gap-2">
      <CopyButton label="Copy sentence" text={() => `${toVisibleString(sentence)}\n${link()}`} />
      <CopyButton label="Copy link" text={link} />
    </div>
  );
}
