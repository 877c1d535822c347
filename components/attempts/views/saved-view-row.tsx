import Link from "next/link";
import { useRef, useState } from "react";
import { useIsAuditor } from "@/components/sign-in/signed-in-context";
import { focusOnMount } from "@/components/ui/focus-on-mount";
import { NameForm } from "@/components/ui/name-form";
import { SafeText } from "@/components/ui/safe-text";
import { SureQuestion } from "@/components/ui/sure-question";
import { toVisibleString } from "@/components/ui/visible-text";
import { LONGEST_VIEW_NAME, type SavedView } from "@/lib/domain/summarize/saved-view";
import type { ActOnViews } from "./use-saved-views";

interface SavedViewRowProps {
  readonly saved: SavedView;
  /** It is what the screen shows. */
  readonly isShown: boolean;
  readonly act: ActOnViews;
  readonly close: () => void;
}

const ACTIONS = ["rename", "delete"] as const;
type Doing = (typeof ACTIONS)[number] | null;

const SMALL =
  "shrink-0 rounded-md px-1.5 py-1 text-xs text-ink-2 whitespace-nowrap hover:bg-sunken hover:text-ink";

/** One saved view: opened by its name, or renamed or deleted in its place. */
export function SavedViewRow({ saved, isShown, act, close }: SavedViewRowProps) {
  const actions = useIsAuditor() ? ACTIONS : [];
  const [doing, setDoing] = useState<Doing>(null);
  /** What was left just now: its button takes the focus again. */
  const [left, setLeft] = useState<Doing>(null);
  const item = useRef<HTMLLIElement>(null);
  const name = toVisibleString(saved.name);
  const leave = () => {
    setLeft(doing);
    setDoing(null);
  };
  const rename = async (text: string) => {
    const isDone = await act({ kind: "rename", id: saved.id, name: text }, "Renamed.");
    if (isDone) leave();
    return isDone;
  };
  const remove = async () => {
    const rest = item.current === null ? null : focusableBeside(item.current);
    if (await act({ kind: "delete", id: saved.id }, `Deleted ${name}.`)) rest?.focus();
  };
  return (
    <li ref={item} className="py-0.5">
      {doing === "rename" ? (
        <NameForm
          label={`New name of ${name}`}
          initial={saved.name}
          longest={LONGEST_VIEW_NAME}
          action={() => "Rename"}
          onName={rename}
          onCancel={leave}
        />
      ) : doing === "delete" ? (
        <SureQuestion
          question={<DeleteWords name={saved.name} />}
          action="Delete"
          onDo={remove}
          onKeep={leave}
        />
      ) : (
        <div className="flex items-start gap-1">
          <Link
            href={`/attempts?${saved.query}`}
            prefetch={false}
            onClick={close}
            aria-current={isShown ? "true" : undefined}
            className={`min-w-0 grow rounded-md px-1.5 py-1 wrap-anywhere hover:bg-sunken ${isShown ? "bg-accent-soft text-accent" : ""}`}
          >
            {isShown ? <span aria-hidden="true">✓ </span> : null}
            <SafeText text={saved.name} />
          </Link>
          {actions.map((one) => (
            <RowButton key={one} does={one} name={name} isLeft={left === one} onPress={() => setDoing(one)} />
          ))}
        </div>
      )}
    </li>
  );
}

interface RowButtonProps {
  readonly does: (typeof ACTIONS)[number];
  readonly name: string;
  /** It was left just now, and takes the focus again. */
  readonly isLeft: boolean;
  readonly onPress: () => void;
}

function RowButton({ does, name, isLeft, onPress }: RowButtonProps) {
  return (
    <button
      ref={isLeft ? focusOnMount : undefined}
      type="button"
      aria-label={`${WORDS[does]} ${name}`}
      className={SMALL}
      onClick={onPress}
    >
      {WORDS[does]}
    </button>
  );
}

function DeleteWords({ name }: { name: string }) {
  return (
    <>
      Delete <SafeText text={name} className="font-medium" /> for all?
    </>
  );
}

/** Where one goes on when a row is gone: the next one's link, the one's before, or the name of a new one. */
function focusableBeside(item: HTMLLIElement): HTMLElement | null {
  const beside = item.nextElementSibling ?? item.previousElementSibling;
  return (beside ?? item.closest("section"))?.querySelector<HTMLElement>(beside ? "a" : "form input") ?? null;
}

const WORDS = { rename: "Rename", delete: "Delete" } as const;
