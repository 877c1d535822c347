import { objectOf, textOf } from "./json-fields";
import { issueOf } from "./issue-details";
import { parseJson } from "./parse-json";

/** When credentials end, as the record of the call that gave them out tells it. */
export interface CredentialsExpiry {
  /** null = the record does not say. */
  readonly expiresMs: number | null;
  /** As it was asked for; null = the role's or the call's default. */
  readonly durationMs: number | null;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const PROSE = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}),? (\d{1,2}):(\d{2}):(\d{2})[\s\u202f](AM|PM)$/;

/** Reads a CloudTrail record, in which `expiration` stands in American words: `Jul 9, 2024, 4:41:37 PM`, in UTC. Total. */
export function readCredentialsExpiry(json: string): CredentialsExpiry {
  const parsed = parseJson(json);
  const record = objectOf(parsed.ok ? parsed.value : null);
  const credentials = objectOf(issueOf(objectOf(record.responseElements)).credentials);
  const seconds = objectOf(record.requestParameters).durationSeconds;
  const isDuration = typeof seconds === "number" && seconds > 0 && seconds <= 129_600;
  return {
    expiresMs: parseProse(textOf(credentials.expiration) ?? ""),
    durationMs: isDuration ? seconds * 1000 : null,
  };
}

function parseProse(text: string): number | null {
  const match = PROSE.exec(text);
  if (match === null) return null;
  const [, month = "", day, year, hour, minute, second, half] = match;
  const at = MONTHS.indexOf(month);
  if (at < 0) return null;
  const hours = (Number(hour) % 12) + (half === "PM" ? 12 : 0);
  return Date.UTC(Number(year), at, Number(day), hours, Number(minute), Number(second));
}
