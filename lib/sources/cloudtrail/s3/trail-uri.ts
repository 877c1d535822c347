/** Where a trail's objects lie. */
export interface TrailUri {
  readonly bucket: string;
  /** Up to and with `AWSLogs/`, or an organisation's folder below it. */
  readonly prefix: string;
}

const FOLDER = "AWSLogs/";

/**
 * `s3://bucket`, `s3://bucket/some/prefix`, or any place below `AWSLogs/` of it: what names an account or less is left
 * off, since the accounts are looked for. null = no such address.
 */
export function parseTrailUri(uri: string): TrailUri | null {
  const [, bucket, path = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(uri) ?? [];
  if (bucket === undefined) return null;
  const whole = path === "" || path.endsWith("/") ? path : `${path}/`;
  const at = `/${whole}`.indexOf(`/${FOLDER}`);
  if (at < 0) return { bucket, prefix: `${whole}${FOLDER}` };
  const root = whole.slice(0, at + FOLDER.length);
  const organisation = /^o-[a-z0-9]+\//.exec(whole.slice(root.length))?.[0] ?? "";
  return { bucket, prefix: `${root}${organisation}` };
}
