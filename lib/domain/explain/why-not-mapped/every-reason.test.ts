import { describe, expect, it } from "vitest";
import { reasonOfDenial } from "../reasons/denial-reason";
import type { Remedy } from "../reasons/reason";
import { REASONS, reasonOf } from "../reasons/registry";
import type { RemedyForm } from "../remedies/remedy-form";
import { explainMappingDenial } from "./explain-mapping-denial";
import { applyForm } from "./scenarios/apply-form";
import { MAPPING_ERROR_SCENARIOS } from "./scenarios/mapping-error-scenarios";
import type { MappingScenario } from "./scenarios/mapping-scenario";
import { NEAR_MISS_SCENARIOS } from "./scenarios/near-miss-scenarios";
import { callerOf, decide, knownOf } from "./scenarios/open-scenario";
import { UNREAD_SCENARIOS } from "./scenarios/unread-scenarios";

const SCENARIOS = [...MAPPING_ERROR_SCENARIOS, ...UNREAD_SCENARIOS, ...NEAR_MISS_SCENARIOS];
/** Of authenticators before 0.5, whose rules are not re-done here. */
const BY_TEXT_ALONE = ["username-no-dns-name"];

function explain(scenario: MappingScenario) {
  const caller = callerOf(scenario);
  const decision = decide(caller, scenario);
  const code = decision.outcome === "denied" ? reasonOfDenial(decision.error) : null;
  if (code === null) throw new Error("the caller is let in");
  const who = {
    cluster: "prod",
    region: "eu-west-1",
    principalArn: caller.canonicalArn,
    isPathKnown: false,
  };
  const denial = { caller, known: knownOf(scenario), awsAuthText: scenario.awsAuth ?? null, who };
  const [likeliest] = explainMappingDenial(code, denial, scenario.facts?.configurationAgeMs);
  if (likeliest === undefined) throw new Error("no reason");
  return likeliest.explained;
}

/** The remedy of a fix that is shown; a second choice may have become the first. */
function remedyOf(scenario: MappingScenario, step: string): Remedy | undefined {
  const lower = `Or ${step.charAt(0).toLowerCase()}${step.slice(1)}`;
  const fix = reasonOf(scenario.code).fixes.find((one) => one.step === step || one.step === lower);
  return fix?.remedy;
}

interface ChangingForm {
  readonly remedy: Remedy;
  readonly form: RemedyForm;
  readonly after: MappingScenario;
}

const CHANGES_NOTHING: ReadonlySet<string> = new Set<Remedy>([
  "update-kubeconfig",
  "new-credentials",
  "cluster-role-policy",
]);

/** Each form that changes the cluster's configuration, and the cluster after it. */
function changesOf(scenario: MappingScenario): ChangingForm[] {
  return explain(scenario).fixes.flatMap(({ step, forms }) => {
    const remedy = remedyOf(scenario, step);
    if (remedy === undefined || CHANGES_NOTHING.has(remedy)) return [];
    return forms.flatMap((form) => {
      const [old = ""] = Object.keys(scenario.boundTo ?? {});
      const text = form.text.replaceAll("OLD_PRINCIPAL_ARN", old);
      const after = applyForm(scenario, { ...form, text });
      return after === null ? [] : [{ remedy, form, after }];
    });
  });
}

describe("every reason of the stage mapping", () => {
  it("has a scenario, but those of old authenticators", () => {
    const codes = REASONS.filter(({ stage }) => stage === "mapping").map(({ code }) => code);
    expect(codes.filter((code) => !SCENARIOS.some((one) => one.code === code))).toEqual(BY_TEXT_ALONE);
  });

  it.each(SCENARIOS)("is found in its scenario: $code, $name", (scenario) => {
    const { code, title, meaning, proof, fixes } = explain(scenario);
    expect(code).toBe(scenario.code);
    for (const words of [title, meaning, proof, ...fixes.map(({ step }) => step)]) expect(words).not.toBe("");
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes[0]?.step).not.toMatch(/^Or /);
  });

  it.each(SCENARIOS)("lets in after each of its fixes: $code, $name", (scenario) => {
    const changes = changesOf(scenario);
    expect([...new Set(changes.map(({ remedy }) => remedy))].sort()).toEqual(
      Object.keys(scenario.becomes ?? {}).sort(),
    );
    for (const { remedy, form, after } of changes) {
      const [username, ...groups] = scenario.becomes?.[remedy] ?? [];
      const decision = decide(callerOf(scenario), after);
      expect([remedy, form.form, decision]).toMatchObject([
        remedy,
        form.form,
        { outcome: "granted", username, groups },
      ]);
    }
  });

  it.each(SCENARIOS.filter(({ awsAuth }) => awsAuth !== undefined))(
    "has its change of aws-auth as a diff of the ConfigMap's own lines: $code, $name",
    (scenario) => {
      const own = changesOf(scenario).filter(
        ({ remedy, form }) => remedy.startsWith("aws-auth") && form.form !== "eksctl",
      );
      expect(own.map(({ form }) => form.form)).toEqual(own.map(() => "aws-auth diff"));
    },
  );

  it.each(SCENARIOS)("says what each change grants: $code, $name", (scenario) => {
    for (const { remedy, form } of changesOf(scenario)) {
      const [username = ""] = scenario.becomes?.[remedy] ?? [];
      const isChosen = remedy !== "authentication-mode" && !form.text.includes("OLD_PRINCIPAL_ARN");
      expect(form.grants).not.toBeNull();
      if (isChosen && !/GROUP\b/.test(form.text) && scenario.code !== "not-mapped")
        expect(form.grants).toContain(username);
    }
  });
});
