import { DASHBOARD_URL, type Dashboard, startDashboard } from "./start-dashboard";
import { isRead } from "./wait-until-read";

const SECRET = "only-the-proxy-of-the-journeys-knows-this";

/** What the proxy says of a request of somebody; without them nobody is signed in. */
export function asPerson(name: string, group: string): Record<string, string> {
  return {
    "x-gatebook-proxy-secret": SECRET,
    "x-forwarded-user": `${name}@example.com`,
    "x-forwarded-groups": group,
  };
}

/** A second dashboard behind a proxy that signs people in: the headers of the requests are the proxy. */
export function startShared(signIn: string): Promise<Dashboard> {
  return startDashboard({
    config: `accounts: [{ id: "111122223333", regions: [eu-west-1] }]
lookbackDays: 7
signIn:
  mode: header
  publicUrl: ${DASHBOARD_URL}
  trustedProxies: [127.0.0.1]
  header: { secretFrom: env:GATEBOOK_E2E_PROXY }
  roles:
    - { group: admins, role: admin }
    - { group: auditors, role: auditor }
    - { group: viewers, role: viewer }
    - { group: staging-auditors, role: auditor, clusters: [staging] }
    - { group: staging-viewers, role: viewer, clusters: [staging] }
${signIn}`,
    env: { GATEBOOK_E2E_PROXY: SECRET },
    speed: 20,
    isThere: (url) => isRead(url, asPerson("root", "admins")),
  });
}
