import { Card } from "@/components/ui/card";
import { Fact, FactList } from "@/components/ui/fact-list";
import { Notice } from "@/components/ui/notice";
import { SafeText } from "@/components/ui/safe-text";

const LONG = "arn:aws:sts::111122223333:assumed-role/a-role-of-a-rather-long-name/a.session.name@example.com";

/** Words, and what others wrote among them. */
export function TextCard() {
  return (
    <Card title="Text" aside="of logs it may be anything">
      <FactList>
        <Fact name="A fact" note="What to think of it">
          its value
        </Fact>
        <Fact name="Long, breakable">
          <SafeText text={LONG} breakable className="font-mono text-xs" />
        </Fact>
        <Fact name="Turned around">
          <SafeText text={"admin\u202egnp.exe"} />
        </Fact>
        <Fact name="Steering, hidden">
          <SafeText text={"a\u0000b\u200bc\n<script>alert(1)</script>"} />
        </Fact>
        <Fact name="Chosen by the caller">
          <span className="underline decoration-line-strong decoration-dotted underline-offset-3">
            session-name
          </span>
        </Fact>
        <Fact name="Not known">
          <span className="text-ink-2">not seen</span>
        </Fact>
      </FactList>
      <div className="mt-3">
        <Notice title="Something to know first.">It stands before what it is about.</Notice>
      </div>
    </Card>
  );
}
