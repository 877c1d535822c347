import { ReasonCard } from "@/components/attempt/reason-card";
import { Card } from "@/components/ui/card";
import { InWords } from "@/components/reasons/in-words";
import { beginSentence } from "@/lib/domain/explain/begin-sentence";
import { quoteSearch } from "@/lib/domain/summarize/attempts/search-language/search-escape";
import type { WhyNotIn } from "@/lib/domain/summarize/questions/why-not-in/why-not-in";
import Link from "next/link";
import { OnwardLinks } from "../onward-links";
import { StepList } from "../step-list";
import { Verdict } from "../verdict";

interface WhyNotInScreenProps {
  readonly answer: WhyNotIn;
  readonly asked: { readonly cluster: string; readonly who: string };
}

/** Where somebody's way in ends, stage by stage, and how to mend it. */
export function WhyNotInScreen({ answer, asked: { cluster, who } }: WhyNotInScreenProps) {
  const { verdict, steps, reasons, message } = answer;
  const [first, ...others] = reasons;
  return (
    <>
      <Verdict parts={verdict} />
      <h2 className="text-sm font-semibold">The way in, step by step</h2>
      <StepList label="The way in" steps={steps} />
      {message === null ? null : (
        <Card title="What the message on their screen means">
          <p className="font-medium">
            <Link href={`/reasons/${message.code}`} prefetch={false} className="text-accent underline">
              {beginSentence(message.title)}
            </Link>
          </p>
          <p className="mt-1">
            <InWords text={message.meaning} />
          </p>
        </Card>
      )}
      {first === undefined ? null : <ReasonCard reason={first} others={others} />}
      <OnwardLinks
        links={[
          {
            href: `/attempts?${new URLSearchParams({ cluster, q: quoteSearch(who), range: "7d" })}`,
            text: "All attempts that name them",
          },
          {
            href: `/clusters/${encodeURIComponent(cluster)}/what-if?${new URLSearchParams({ who })}`,
            text: `What ${cluster} would make of them`,
          },
          { href: "/reasons", text: "All reasons, by message" },
        ]}
      />
    </>
  );
}
