import type { AccountPlan, AwsPlan } from "@/lib/server/aws/aws-plan";

/** What a plan reads, for people. */
export function describePlan({ accounts, lookbackDays, quotaShare }: AwsPlan): string {
  const share = `${Math.round(quotaShare * 100)} % of AWS's request quotas`;
  const head = `It reads, from ${lookbackDays} days back and with ${share}:\n`;
  return head + accounts.map(describeAccount).join("");
}

function describeAccount({ id, roleArn, externalId, profile, regions, trails }: AccountPlan): string {
  const credentials = profile === null ? "the default credentials" : `profile ${profile}`;
  const asked = externalId === null ? "" : " and an external id";
  const how = roleArn === null ? `with ${credentials}` : `with ${credentials}, as ${roleArn}${asked}`;
  const lines = regions.map(({ region, clusters }) => {
    const which = clusters === "all" ? "all clusters" : clusters.map(titleOf).join(", ");
    return `    ${region}: ${which}\n`;
  });
  for (const { from, region } of trails) lines.push(`    trail ${from} in ${region}\n`);
  return `  ${id === null ? "the credentials' own account" : `account ${id}`}, ${how}\n${lines.join("")}`;
}

function titleOf({ name, shownAs }: { name: string; shownAs: string | null }): string {
  return shownAs === null ? name : `${name} (shown as ${shownAs})`;
}
