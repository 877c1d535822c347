"use client";
import { DiffBlock } from "@/components/access/diff-block";
import { FindingList } from "@/components/access/findings-card";
import { SafeText } from "@/components/ui/safe-text";
import type { AccessChange } from "@/lib/domain/explain/mapped/what-changes";
import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import type { Tried } from "./try-edit";

interface EditOutcomeProps {
  readonly tried: Tried;
  /** How many callers it was worked out for. */
  readonly compared: number;
  readonly isWorking: boolean;
}

const FINDINGS_SHOWN = 100;

/** What an edit would do: whose access changes, what is wrong with the text, and what of it is new. */
export function EditOutcome({ tried, compared, isWorking }: EditOutcomeProps) {
  const { isRefused, isRead, isKnown, changes, remarks, diff } = tried;
  return (
    <div className={`min-w-0 ${isWorking ? "opacity-60" : ""}`} aria-busy={isWorking}>
      <div role="status">
        {isRead ? null : (
          <p className="mb-2 text-open">
            The cluster's mode does not read aws-auth: no edit of it changes anything.
          </p>
        )}
        {isKnown || !isRead ? null : (
          <p className="mb-2 text-open">
            What aws-auth says now is not known here: the text is compared with a cluster that has none.
          </p>
        )}
        {isRefused ? (
          <p className="font-semibold text-denied">
            ✕ The API server would not take this text: nothing would change.
          </p>
        ) : (
          <Changes changes={changes} compared={compared} />
        )}
      </div>
      {remarks.length === 0 ? null : (
        <div className="mt-3">
          <h3 className="mb-1 text-xs font-semibold text-ink-2">What to know about the text</h3>
          <FindingList findings={remarks.slice(0, FINDINGS_SHOWN)} />
          {remarks.length > FINDINGS_SHOWN ? (
            <p className="text-ink-3">and {remarks.length - FINDINGS_SHOWN} more, further down in the text</p>
          ) : null}
        </div>
      )}
      {diff.length === 0 ? null : (
        <div className="mt-3">
          <h3 className="mb-1 text-xs font-semibold text-ink-2">
            {isKnown ? "Against what the cluster has" : "What is put in"}
          </h3>
          <DiffBlock diff={diff} label="Lines taken out and put in" />
        </div>
      )}
    </div>
  );
}

interface ChangesProps {
  readonly changes: readonly AccessChange<SeenCaller>[];
  readonly compared: number;
}

const SHOWN = 40;

function Changes({ changes, compared }: ChangesProps) {
  const whom = `of ${compared} who came within ninety days (nodes by their role)`;
  if (changes.length === 0) return <p>Nobody's access would change, {whom}.</p>;
  return (
    <>
      <p className="font-semibold">
        {changes.length} would be let in otherwise, {whom}:
      </p>
      <ul className="mt-1 grid gap-1">
        {changes.slice(0, SHOWN).map((change) => (
          <li key={`${change.caller.arn} ${change.caller.userId}`}>
            <Change change={change} />
          </li>
        ))}
      </ul>
      {changes.length > SHOWN ? <p className="text-ink-3">and {changes.length - SHOWN} more</p> : null}
    </>
  );
}

function Change({ change: { kind, caller, before, after } }: { change: AccessChange<SeenCaller> }) {
  const was = before.outcome === "granted" ? before.username : "";
  const is = after.outcome === "granted" ? after.username : "";
  return (
    <>
      <SafeText text={caller.name} breakable className="font-semibold" />{" "}
      {kind === "loses" ? <span className="text-denied">✕ loses access</span> : null}
      {kind === "gains" ? <span className="text-granted">✓ gets access</span> : null}
      {kind === "changes" ? <span className="text-open">becomes another</span> : null}{" "}
      <SafeText
        text={[was, is].filter((one) => one !== "").join(" → ")}
        breakable
        className="font-mono text-xs"
      />
      <SafeText text={caller.canonicalArn} breakable className="block font-mono text-xs text-ink-3" />
    </>
  );
}
