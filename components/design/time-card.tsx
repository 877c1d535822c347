import { SpanText } from "@/components/settings/span-text";
import { TimeText } from "@/components/settings/time-text";
import { Card } from "@/components/ui/card";
import { Fact, FactList } from "@/components/ui/fact-list";
import { ShareBar } from "@/components/ui/share-bar";
import { type StripLook, TimeStrip } from "@/components/ui/time-strip";

const AT = Date.UTC(2026, 10, 23, 14, 52, 30, 123);
const HOUR = 3_600_000;
const LOOKS: readonly StripLook[] = ["empty", "hatched", "crossed", "dotted"];

/** Instants, stretches of time and shares. */
export function TimeCard() {
  return (
    <Card title="Time and shares" aside="by the reader's clock">
      <FactList>
        <Fact name="Moment">
          <TimeText ms={AT} />
        </Fact>
        <Fact name="Stamp">
          <TimeText ms={AT} show="stamp" className="font-mono text-xs" />
        </Fact>
        <Fact name="Span">
          <SpanText range={{ from: AT, to: AT + 12 * HOUR }} />
        </Fact>
        {LOOKS.map((look) => (
          <Fact key={look} name={look}>
            <TimeStrip
              from={AT}
              to={AT + 10 * HOUR}
              marks={[{ from: AT + 3 * HOUR, to: AT + 5 * HOUR, look }]}
              label={`Ten hours, two of them ${look}`}
            />
          </Fact>
        ))}
        <Fact name="Share">
          <span className="relative block h-5">
            <ShareBar share={0.37} className="absolute inset-0 text-bar" />
            <span className="relative px-1">37 %</span>
          </span>
        </Fact>
      </FactList>
    </Card>
  );
}
