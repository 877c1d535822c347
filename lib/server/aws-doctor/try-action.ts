import type { AccountPlan } from "../aws-plan";
import { codeOf, toSourceProblem } from "@/lib/sources/aws/to-source-problem";
import { type Finding, unwell, well } from "../doctor/finding";
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
  readonly send: () => Promise<T>;
}

export interface Outcome<T> {
  readonly value: T | null;
  readonly finding: Finding;
}

const TRIES = 4;
const WAIT_MS = 1_000;

/** Really calls the action once; what it needs and does not have is said with the statement to add. */
export async function tryAction<T>(patient: Patient, trial: Trial<T>): Promise<Outcome<T>> {
  const { action, subject, region, what } = trial;
  try {
    const value = await sendPatiently(trial.send);
    return { value, finding: well("permission", subject, "allowed", { permission: action }) };
  } catch (error) {
    const {
      code,
      message,
      remedy,
      command = "",
      permission,
    } = toSourceProblem(error, { what, region, action });
    const lacking = code === "forbidden" ? (permission ?? action) : null;
    const words = { message, remedy: `${remedy} ${command}`.trim() };
    const missing = lacking === null ? null : missingFor(patient, lacking);
    return { value: null, finding: unwell("permission", subject, words, { permission: action, missing }) };
  }
}

function missingFor({ plan, attachTo }: Patient, action: string): Finding["missing"] {
  return { attachTo, statement: statementFor(plan, action) };
}

/** The doctor's few requests may meet a quota that others have used up. */
async function sendPatiently<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (codeOf(error) !== "throttled" || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * tries));
    }
  }
}
