import { ColourCard } from "./colour-card";
import { ControlCard } from "./control-card";
import { RecordCard } from "./record-card";
import { TextCard } from "./text-card";
import { TimeCard } from "./time-card";

/** Every primitive of `components/ui` in its states, on made-up values. */
export function DesignScreen() {
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <h1 className="text-xl font-semibold">Design</h1>
      <p className="max-w-[62ch] text-ink-2">
        What pages are made of. Try it in both colours, at 390 pixels and at 200 %, by keyboard alone.
      </p>
      <ColourCard />
      <div className="grid items-start gap-3.5 lg:grid-cols-2">
        <ControlCard />
        <TextCard />
        <TimeCard />
        <RecordCard />
      </div>
    </article>
  );
}
