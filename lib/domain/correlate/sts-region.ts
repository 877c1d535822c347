/** Where CloudTrail records a call to the global endpoint (facts: AWS §1.3). */
export const GLOBAL_STS_REGION = "us-east-1";

const AWS_DOMAINS = [
  "amazonaws.com",
  "amazonaws.com.cn",
  "api.aws",
  "api.amazonwebservices.com.cn",
  "amazonaws.eu",
  "api.amazonwebservices.eu",
  "c2s.ic.gov",
  "sc2s.sgov.gov",
  "cloud.adc-e.uk",
  "csp.hci.ic.gov",
];

/**
 * Region whose CloudTrail records the calls to this STS host; null for a host that is not known.
 * `sts.eu-west-1.amazonaws.com` → `eu-west-1`; `sts.amazonaws.com` → `us-east-1`.
 */
export function regionOfStsHost(host: string): string | null {
  if (host === "sts.amazonaws.com") return GLOBAL_STS_REGION;
  const first = host.indexOf(".");
  const label = host.slice(0, first);
  if (first < 0 || (label !== "sts" && label !== "sts-fips")) return null;
  const second = host.indexOf(".", first + 1);
  const region = host.slice(first + 1, second);
  return second > 0 && isRegionName(region) && AWS_DOMAINS.includes(host.slice(second + 1)) ? region : null;
}

function isRegionName(text: string): boolean {
  return text.length <= 32 && /^[a-z]{2,8}(-[a-z]{2,12}){1,3}-[0-9]{1,2}$/.test(text);
}
