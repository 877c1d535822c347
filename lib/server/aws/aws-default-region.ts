import { STSClient } from "@aws-sdk/client-sts";
import { SourceError } from "@/lib/ports/event-source";
import type { AwsPlan } from "./aws-plan";

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/;

/** The plan with the Region of the environment or the profile where it names none. Throws SourceError: there is none. */
export async function settleRegions(plan: AwsPlan): Promise<AwsPlan> {
  const accounts = plan.accounts.map(async (account) => {
    const regions = account.regions.map(async (one) => {
      return { ...one, region: checkRegion(one.region ?? (await findRegion(account.profile))) };
    });
    return { ...account, regions: await Promise.all(regions) };
  });
  return { ...plan, accounts: await Promise.all(accounts) };
}

/** By the SDK's own rules. */
async function findRegion(profile: string | null): Promise<string> {
  const { config } = new STSClient(profile === null ? {} : { profile });
  return config.region().catch(() => "");
}

function checkRegion(region: string): string {
  if (REGION.test(region)) return region;
  const message = region === "" ? "No AWS Region is set." : `${JSON.stringify(region)} is no AWS Region.`;
  const remedy = "Name it: npm start -- --region eu-west-1 (or set AWS_REGION, or a Region in the profile).";
  throw new SourceError({ code: "invalid-region", message, remedy, permission: null });
}
