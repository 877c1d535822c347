import type { Clock } from "@/lib/ports/clock";
import { SourceError } from "@/lib/ports/event-source";
import { settleRegions } from "../aws-default-region";
import type { AwsPlan } from "../aws-plan";
import { examineClock } from "../../doctor/examine-clock";
import { type Finding, unwell } from "../../doctor/finding";
import { policyHolderOf } from "../iam-policies";
import { examineAccount } from "./examine-account";

/** Everything a plan needs of AWS, tried account by account. The clock comes first: a wrong one spoils the rest. */
export async function examineAws(plan: AwsPlan, clock: Clock): Promise<Finding[]> {
  const settled = await settle(plan);
  if ("check" in settled) return [settled];
  let skewMs: number | null = null;
  const onSkew = (ms: number) => {
    skewMs = ms;
  };
  const findings = await Promise.all(
    settled.accounts.map((account) =>
      examineAccount(account, { clock, onSkew, attachTo: policyHolderOf(account) }),
    ),
  );
  return [...examineClock(skewMs), ...findings.flat()];
}

async function settle(plan: AwsPlan): Promise<AwsPlan | Finding> {
  try {
    return await settleRegions(plan);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return unwell("region", "Region", error.problem);
  }
}
