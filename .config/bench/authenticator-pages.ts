/** Bytes of one page as CloudWatch Logs answers it: at most 1 MiB of whole lines. */
const PAGE_BYTES = 1_048_576;

/** Pages of a cluster's log: each attempt two lines, one in twenty denied, now and then another line. Same every time. */
export function createAuthenticatorPages(lineCount: number): Uint8Array[] {
  const encoder = new TextEncoder();
  const pages: Uint8Array[] = [];
  let page = "";
  for (let i = 0; i < lineCount; i++) {
    const line = lineAt(i);
    if (page.length + line.length >= PAGE_BYTES) {
      pages.push(encoder.encode(page));
      page = "";
    }
    page += page === "" ? line : `\n${line}`;
  }
  return [...pages, encoder.encode(page)];
}

function lineAt(i: number): string {
  const attempt = i >> 1;
  const clock = new Date(Date.UTC(2026, 0, 2) + attempt * 700).toISOString().slice(0, 19);
  const time = `time="${clock}Z"`;
  if (attempt % 50 === 49) return `${time} level=info msg="Received aws-auth watch event"`;
  if (attempt % 20 === 19) return deniedAt(time, i, attempt);
  return i % 2 === 0 ? stsResponseAt(time, attempt) : grantedAt(time, attempt);
}

const idOf = (prefix: string, n: number) =>
  `${prefix}EXAMPLE${(n % 977).toString(36).toUpperCase().padStart(9, "0")}`;
const clientOf = (n: number) => `client="127.0.0.1:${40_000 + (n % 20_000)}"`;
const REQUEST = "method=POST path=/authenticate";

function stsResponseAt(time: string, n: number): string {
  const arn = `arn:aws:sts::111122223333:assumed-role/team-${n % 50}/person${n % 977}@example.com`;
  return `${time} level=info msg="STS response" accesskeyid=${idOf("ASIA", n)} accountid=111122223333 arn="${arn}" ${clientOf(n)} ${REQUEST} session=person${n % 977}@example.com stsendpoint=sts.eu-west-1.amazonaws.com userid=${idOf("AROA", n)}`;
}

function grantedAt(time: string, n: number): string {
  const groups = n % 3 === 0 ? "system:bootstrappers system:nodes" : n % 3 === 1 ? "system:masters" : "";
  const uid = `aws-iam-authenticator:111122223333:${idOf("AROA", n)}`;
  return `${time} level=info msg="access granted" arn="arn:aws:iam::111122223333:role/team-${n % 50}" ${clientOf(n)} groups="[${groups}]" ${REQUEST} stsendpoint=sts.eu-west-1.amazonaws.com uid="${uid}" username="team-${n % 50}:person${n % 977}-example.com"`;
}

function deniedAt(time: string, i: number, n: number): string {
  const start = `${time} level=warning msg="access denied"`;
  if (i % 2 === 0)
    return `${start} arn="arn:aws:iam::111122223333:role/team-${n % 50}" ${clientOf(n)} error="identity is not mapped" ${REQUEST}`;
  const body = `{\\"Error\\":{\\"Code\\":\\"ExpiredToken\\",\\"Message\\":\\"The security token included in the request is expired\\",\\"Type\\":\\"Sender\\"}}`;
  return `${start} ${clientOf(n)} error="sts getCallerIdentity failed: error from AWS (expected 200, got 403) on eu-west-1 endpoint. Body: ${body}" ${REQUEST}`;
}
