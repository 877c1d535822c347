import { TimeText } from "@/components/settings/time-text";
import { SafeText } from "@/components/ui/safe-text";
import type { StampView } from "@/lib/domain/summarize/incidents/incident-view";

/** Who, and when. */
export function StampText({ stamp: { by, ms } }: { stamp: StampView }) {
  return (
    <>
      <SafeText text={by} breakable /> <TimeText ms={ms} />
    </>
  );
}
