import { Fact, FactList } from "@/components/ui/fact-list";
import { SafeText } from "@/components/ui/safe-text";
import type { ListedGrant, ReachSummary } from "@/lib/domain/explain/reach/list-reach";
import { grantWords, refusedWords, subjectWords, UNKNOWN_WORDS } from "./grant-words";

/** What an identity may do at all, by which binding or policy. */
export function ReachLines({ reach }: { reach: ReachSummary }) {
  const { isMaster, isClusterAdmin, everywhere, inNamespaces, without, unknown } = reach;
  const isEmpty = !isMaster && everywhere.length === 0 && inNamespaces.length === 0;
  return (
    <>
      <p className="mb-2 font-medium">{overall(isMaster, isClusterAdmin, isEmpty)}</p>
      <FactList>
        {everywhere.length === 0 ? null : (
          <Fact name="In the whole cluster">
            <Grants grants={everywhere} />
          </Fact>
        )}
        {inNamespaces.map(({ namespace, grants }) => (
          <Fact key={namespace} name={<SafeName text={namespace} />}>
            <Grants grants={grants} />
          </Fact>
        ))}
        {without.length === 0 ? null : (
          <Fact name="Gives nothing">
            <ul>
              {without.map(({ source, why }) => (
                <li key={grantWords(source)}>
                  <SafeText text={`${grantWords(source)} ${refusedWords(why)}`} breakable />
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {unknown.length === 0 ? null : (
          <Fact name="May give more">
            <ul>
              {unknown.map(({ code, what }) => (
                <li key={`${code} ${what}`}>
                  {UNKNOWN_WORDS[code]}: <SafeText text={what} breakable className="font-mono text-xs" />
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </FactList>
    </>
  );
}

function overall(isMaster: boolean, isClusterAdmin: boolean, isEmpty: boolean): string {
  if (isMaster)
    return "Everything, past every role and binding: a member of system:masters is never refused.";
  if (isClusterAdmin) return "Everything in the whole cluster.";
  return isEmpty ? "Nothing that the known roles, bindings and access policies give." : "What these give:";
}

function SafeName({ text }: { text: string }) {
  return (
    <>
      in <SafeText text={text} className="font-mono text-xs" />
    </>
  );
}

const RULES_SHOWN = 6;

function Grants({ grants }: { grants: readonly ListedGrant[] }) {
  return (
    <ul className="grid gap-1">
      {grants.map(({ source, rules, isAdmin }) => (
        <li key={`${grantWords(source)} ${subjectWords(source)}`}>
          <SafeText text={grantWords(source)} breakable />{" "}
          <SafeText text={subjectWords(source)} breakable className="text-ink-2" />
          <div className="text-xs text-ink-3">
            {isAdmin ? "all verbs on all resources" : <SafeText text={rulesInWords(rules)} breakable />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function rulesInWords(rules: ListedGrant["rules"]): string {
  const shown = rules.slice(0, RULES_SHOWN).map(({ verbs, resources, resourceNames, nonResourceUrls }) => {
    const what = [...resources, ...nonResourceUrls].join(", ");
    const names = resourceNames.length === 0 ? "" : ` named ${resourceNames.join(", ")}`;
    return `${verbs.join(", ")} ${what}${names}`;
  });
  const more = rules.length - shown.length;
  return `${shown.join("; ")}${more > 0 ? `; and ${more} rules more` : ""}`;
}
