import { whereIs } from "@/components/access/back-end-words";
import { PolicyList } from "@/components/access/policy-list";
import { Fact, FactList } from "@/components/ui/fact-list";
import { SafeText } from "@/components/ui/safe-text";
import type { RefusedEntry } from "@/lib/domain/explain/mapping/mapping-decision";
import type { AttemptMapping } from "@/lib/domain/summarize/configuration/attempt-mapping";

const REFUSED: Readonly<Record<RefusedEntry["because"], string>> = {
  "other-arn": "is bound to this principal's id and names another ARN: passed over",
  template: "was found, and its name could not be filled in: no other entry is asked then",
  "reserved-username": "was found, and would give a username that EKS reserves: no other entry is asked then",
};

/** The entry that let the caller in, and those that were found and did not. */
export function DecidingEntry({
  mapping: { decision, policies },
}: {
  mapping: AttemptMapping;
  timeMs: number;
}) {
  const isIn = decision.outcome === "granted";
  return (
    <FactList>
      {isIn ? (
        <>
          <Fact name="Entry">
            {decision.entry === null ? (
              "aws-auth lets every principal of the caller's account in (mapAccounts)"
            ) : (
              <>
                {whereIs(decision.backEnd, decision.entry)}:{" "}
                <SafeText text={decision.entry.arn} breakable className="font-mono text-xs" />
              </>
            )}
          </Fact>
          {decision.entry === null ? null : (
            <Fact name="Gives" note={decision.isOpen ? "EC2 alone knows the instance's name" : undefined}>
              <SafeText
                text={decision.entry.username || "no username"}
                breakable
                className="font-mono text-xs"
              />
              {decision.entry.groups.length === 0 ? " and no groups" : " in "}
              <SafeText text={decision.entry.groups.join(", ")} breakable className="font-mono text-xs" />
            </Fact>
          )}
          {policies.length === 0 ? null : (
            <Fact name="Access policies">
              <PolicyList policies={policies} />
            </Fact>
          )}
        </>
      ) : null}
      {decision.refused.map(({ backEnd, entry, because }) => (
        <Fact key={`${backEnd} ${entry.arn}`} name="Found, not used">
          {whereIs(backEnd, entry)}: <SafeText text={entry.arn} breakable className="font-mono text-xs" />{" "}
          {REFUSED[because]}
        </Fact>
      ))}
    </FactList>
  );
}
