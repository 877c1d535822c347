import type { GrantedRule } from "./grant";
import type { ReachRequest } from "./request";
import { ruleAllows } from "./rule-matches";
import { type Miss, nearestMiss } from "./rule-miss";

/** Searches rules for one request. Bindings of one role share its rules: each list is searched once. */
export interface RuleSearch {
  readonly request: ReachRequest;
  /** The first rule that allows it; null = none does. */
  readonly find: (rules: readonly GrantedRule[]) => GrantedRule | null;
  /** The rule that comes nearest where none allows; null = there is no rule. */
  readonly nearest: (rules: readonly GrantedRule[]) => Miss<GrantedRule> | null;
}

export function createRuleSearch(request: ReachRequest): RuleSearch {
  return {
    request,
    find: remembering((rules) => rules.find((rule) => ruleAllows(request, rule)) ?? null),
    nearest: remembering((rules) => nearestMiss(request, rules)),
  };
}

function remembering<Answer>(ask: (rules: readonly GrantedRule[]) => Answer) {
  const answers = new Map<readonly GrantedRule[], Answer>();
  return (rules: readonly GrantedRule[]): Answer => {
    const known = answers.get(rules);
    if (known !== undefined) return known;
    const answer = ask(rules);
    answers.set(rules, answer);
    return answer;
  };
}
