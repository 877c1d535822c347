"use client";
import { CONTROL } from "@/components/ui/control-class";
import { Modal } from "@/components/ui/modal";
import { shortcutsOfPage } from "@/components/ui/use-shortcuts";

/** Heard on every page, by the search in its head and by whatever is open. */
const EVERYWHERE: readonly (readonly [key: string, does: string])[] = [
  ["Ctrl K, ⌘ K", "Find a person, role, key or log line"],
  ["Esc", "Close what is open; leave a search"],
];

/** As keyboards name them. */
const KEY_WORDS: Readonly<Record<string, string>> = { ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };

/** The keys of the page, as the page registered them. */
export function ShortcutDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal label="Keys of this page" className="m-auto w-[26rem] backdrop:bg-ink/20" onClose={onClose}>
      {(close) => (
        <div className="grid gap-3 p-4">
          <h2 className="font-semibold">Keys of this page</h2>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
            {[...shortcutsOfPage(), ...EVERYWHERE].map(([key, does]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="rounded-sm border border-line px-1.5 font-mono text-xs">
                    {KEY_WORDS[key] ?? key}
                  </kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <button type="button" className={`${CONTROL} justify-self-end`} onClick={close}>
            Close
          </button>
        </div>
      )}
    </Modal>
  );
}
