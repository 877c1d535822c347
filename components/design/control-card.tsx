"use client";
import { Card } from "@/components/ui/card";
import { CONTROL } from "@/components/ui/control-class";
import { CopyButton } from "@/components/ui/copy-button";
import { Popover } from "@/components/ui/popover";
import { TextField } from "@/components/ui/text-field";

/** What one presses and types into. */
export function ControlCard() {
  return (
    <Card title="Controls">
      <div className="flex flex-wrap items-center gap-2">
        <button type="button" className={CONTROL}>
          Button
        </button>
        <button type="button" className={CONTROL} disabled>
          Disabled
        </button>
        <button type="button" className={CONTROL} aria-pressed>
          ✓ Pressed
        </button>
        <CopyButton label="Copy" text="copied from the design page" />
        <Popover label="Panel">{(close) => <Panel onClose={close} />}</Popover>
        <a href="#main" className="text-accent hover:underline">
          To the top of the page
        </a>
      </div>
      <form className="mt-3 flex flex-wrap items-end gap-2">
        <TextField label="Empty" name="empty" value="" placeholder="what to write" />
        <TextField label="Filled" name="filled" value="alice@example.com" placeholder="" />
      </form>
      <div className="mt-3 flex flex-wrap gap-4">
        <label className="flex items-center gap-2">
          <input type="checkbox" defaultChecked className="accent-accent" />
          Chosen
        </label>
        <label className="flex items-center gap-2">
          <input type="radio" name="one" defaultChecked className="accent-accent" />
          This one
        </label>
        <label className="flex items-center gap-2">
          <input type="radio" name="one" className="accent-accent" />
          Or this
        </label>
      </div>
    </Card>
  );
}

function Panel({ onClose }: { onClose: () => void }) {
  return (
    <div className="grid gap-2">
      <p>Esc, a press outside and leaving it by keyboard close it.</p>
      <button type="button" className={CONTROL} onClick={onClose}>
        Close
      </button>
    </div>
  );
}
