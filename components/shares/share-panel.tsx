import { useState } from "react";
import { CONTROL } from "@/components/ui/control-class";
import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import type { ShareList } from "@/lib/domain/summarize/evidence/share-view";
import { EvidenceView } from "./evidence-view";
import { LevelField } from "./level-field";
import { LinkHoursField } from "./link-hours-field";
import { MadeShare } from "./made-share";
import { ShortLink } from "./short-link";
import { useShares } from "./use-shares";

/** Choose what is hidden, see what they will see, then share it. */
export function SharePanel({ view }: { view: string }) {
  const { list, problem, act } = useShares();
  const [level, setLevel] = useState<Evidence["level"]>("R1");
  const [note, setNote] = useState("");
  const [hours, setHours] = useState<number | null>(null);
  const [told, setTold] = useState<ShareList | null>(null);
  const wish = { view, level, note };
  const linkHours = level === "R0" ? null : hours;
  // What was looked at is what was chosen.
  const choose = (change: () => void) => {
    change();
    setTold(null);
  };
  if (told !== null && told.madeId !== null) return <MadeShare id={told.madeId} secret={told.secret} />;
  return (
    <div className="grid max-h-[85vh] min-w-0 gap-3 overflow-auto p-4">
      <h2 className="font-semibold">Share a frozen copy</h2>
      <LevelField
        levels={list?.levels ?? []}
        level={level}
        onChange={(next) => choose(() => setLevel(next))}
      />
      <label className="grid gap-1">
        <span className="text-ink-2">Note</span>
        <textarea
          className="rounded-md border border-line bg-surface p-2"
          maxLength={2_000}
          value={note}
          onChange={({ target }) => choose(() => setNote(target.value))}
        />
      </label>
      {list?.allowsLinks && level !== "R0" ? <LinkHoursField hours={hours} onChange={setHours} /> : null}
      {problem === null ? null : <p role="alert">{problem}</p>}
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className={CONTROL}
          onClick={() => void act({ kind: "preview", ...wish }).then(setTold)}
        >
          Show what they will see
        </button>
        <button
          type="button"
          className={CONTROL}
          disabled={!told?.preview}
          onClick={() => void act({ kind: "create", ...wish, linkHours }).then(setTold)}
        >
          Share
        </button>
      </div>
      <ShortLink view={view} />
      {told?.preview ? (
        <section aria-label="This is what they will see" className="grid gap-2">
          <h3 className="text-ink-2">This is what they will see</h3>
          <EvidenceView evidence={told.preview} />
        </section>
      ) : null}
    </div>
  );
}
