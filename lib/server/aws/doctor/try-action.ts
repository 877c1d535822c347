import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { SourceError } from "@/lib/ports/event-source";
import type { AccountPlan } from "../aws-plan";
import { codeOf, toSourceProblem } from "@/lib/sources/aws/to-source-problem";
import { type Finding, unwell, well } from "../../doctor/finding";
import { statementFor } from "../iam-policies";

/** One account as the doctor meets it. */
export interface Patient {
  readonly plan: AccountPlan;
  /** Whom a policy is for, in words. */
  readonly attachTo: string;
}

export interface Trial<T> {
  /** `logs:FilterLogEvents` */
  readonly action: string;
  readonly region: string;
  /** `111122223333 eu-west-1 prod` */
  readonly subject: string;
  /** For the sentence: `the authenticator log of prod`. */
  readonly what: string;
  /** Stands in the ARN of what is read: which of several statements is meant. */
  readonly on?: string;
  readonly send: () => Promise<T>;
}

export interface Outcome<T> {
  readonly value: T | null;
  /** Of the problem; null = there was none. */
  readonly code: SourceProblem["code"] | null;
  readonly finding: Finding;
}

const TRIES = 4;
const WAIT_MS = 1_000;

/** Really calls the action once; what it needs and does not have is said with the statement to add. */
export async function tryAction<T>(patient: Patient, trial: Trial<T>): Promise<Outcome<T>> {
  const { action, subject, region, what } = trial;
  try {
    const value = await sendPatiently(trial.send);
    return { value, code: null, finding: well("permission", subject, "allowed", { permission: action }) };
  } catch (error) {
    const tried = { what, region, action };
    const problem = error instanceof SourceError ? error.problem : toSourceProblem(error, tried);
    const { code, message, remedy, command = "" } = problem;
    const words = { message, remedy: `${remedy} ${command}`.trim() };
    const missing = code === "forbidden" ? missingFor(patient, trial, { problem, error }) : null;
    return {
      value: null,
      code,
      finding: unwell("permission", subject, words, { permission: action, missing }),
    };
  }
}

function missingFor<T>(
  { plan, attachTo }: Patient,
  { action, on = "" }: Trial<T>,
  { problem, error }: { readonly problem: SourceProblem; readonly error: unknown },
): Finding["missing"] {
  const lacking = problem.permission ?? action;
  return { attachTo, statement: statementFor(plan, lacking, { on, refused: refusedResource(error) }) };
}

/** AWS says `… is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:… because …`; null = it does not. */
function refusedResource(error: unknown): string | null {
  const said = error instanceof Error ? error.message : "";
  const [, rest = ""] = said.split(" on resource: ");
  return rest.split(" ")[0] || null;
}

/** The doctor's few requests may meet a quota that others have used up. */
export async function sendPatiently<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (codeOf(error) !== "throttled" || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * tries));
    }
  }
}
