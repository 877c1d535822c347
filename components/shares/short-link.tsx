import { useState } from "react";
import { CONTROL } from "@/components/ui/control-class";
import { CopyButton } from "@/components/ui/copy-button";
import { postJson } from "@/lib/search-params/fetch-json";

/** A short address of the view as it is, not a copy: whoever opens it sees what he may see then. */
export function ShortLink({ view }: { view: string }) {
  const [said, say] = useState<{ readonly link: string } | { readonly problem: string } | null>(null);
  const make = async () => {
    try {
      const { madeId } = await postJson<{ readonly madeId: string | null }>("/api/v1/links", { view });
      say({ link: `${window.location.origin}/l/${madeId ?? ""}` });
    } catch (failure) {
      say({ problem: failure instanceof Error ? failure.message : "It was not made." });
    }
  };
  if (said !== null && "link" in said)
    return (
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-mono text-xs break-all">{said.link}</span>
        <CopyButton label="Copy short link" text={said.link} />
      </p>
    );
  return (
    <p className="flex flex-wrap items-center gap-2">
      <button type="button" className={CONTROL} onClick={() => void make()}>
        Short link to the live view
      </button>
      {said === null ? null : <span role="alert">{said.problem}</span>}
    </p>
  );
}
