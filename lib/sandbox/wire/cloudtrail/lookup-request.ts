import type { WorldEvent } from "../../world/world-day";
import { AwsError } from "../aws-error";
import type { Call, JsonInput } from "../cloud";
import { readNumber, readText } from "../read-input";

/** What LookupEvents was asked, checked; times in epoch milliseconds, both ends included. */
export interface LookupRequest {
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly insight: boolean;
  readonly wants: (event: WorldEvent) => boolean;
  /** Where that is what was asked for. */
  readonly eventName: string | null;
}

const HISTORY_MS = 90 * 24 * 60 * 60 * 1000;

/** Throws InvalidLookupAttributes-, InvalidTimeRange-, InvalidMaxResults- or InvalidEventCategoryException (facts: AWS §1.1). */
export function readLookupRequest(call: Call): LookupRequest {
  const nowMs = call.cloud.now();
  const start = readNumber(call.input, "StartTime");
  const end = readNumber(call.input, "EndTime");
  const from = Math.max((start ?? 0) * 1000, nowMs - HISTORY_MS);
  const to = end === undefined ? nowMs : end * 1000;
  if ((start ?? 0) * 1000 > nowMs) throw badRange("The start time must not be in the future.");
  if (start !== undefined && start * 1000 > to)
    throw badRange("The start time must not be after the end time.");
  return {
    from,
    to,
    limit: readMaxResults(call.input),
    insight: readInsight(call.input),
    ...readAttribute(call.input),
  };
}

function badRange(message: string): AwsError {
  return new AwsError("InvalidTimeRangeException", message);
}

function readMaxResults(input: JsonInput): number {
  const limit = readNumber(input, "MaxResults") ?? 50;
  if (Number.isInteger(limit) && limit >= 1 && limit <= 50) return limit;
  throw new AwsError("InvalidMaxResultsException", "MaxResults must be between 1 and 50.");
}

function readInsight(input: JsonInput): boolean {
  const category = readText(input, "EventCategory");
  if (category === undefined || category === "insight") return category !== undefined;
  throw new AwsError("InvalidEventCategoryException", `Event category ${category} is not valid.`);
}

const KEYS: Readonly<Record<string, (event: WorldEvent, value: string) => boolean>> = {
  EventId: (event, value) => event.eventId === value,
  EventName: (event, value) => event.eventName === value,
  EventSource: (event, value) => event.eventSource === value,
  ReadOnly: (event, value) => String(event.readOnly) === value,
  Username: (event, value) => event.username === value,
  AccessKeyId: (event, value) => event.accessKeyId === value,
  ResourceType: (event, value) => event.resources.some((one) => one.ResourceType === value),
  ResourceName: (event, value) => event.resources.some((one) => one.ResourceName === value),
};

/** One attribute at most. */
function readAttribute(input: JsonInput): Pick<LookupRequest, "wants" | "eventName"> {
  const attributes = input.LookupAttributes ?? [];
  if (!Array.isArray(attributes))
    throw new AwsError("SerializationException", "LookupAttributes must be a list.");
  const [attribute, second] = attributes as JsonInput[];
  if (attribute === undefined) return { wants: () => true, eventName: null };
  if (second !== undefined) throw badAttribute("You can specify only one attribute.");
  const value = readText(attribute, "AttributeValue") ?? "";
  const key = readText(attribute, "AttributeKey") ?? "";
  const matches = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  if (matches === undefined) throw badAttribute(`Attribute key ${key} is not valid.`);
  if (value.length < 1 || value.length > 2000)
    throw badAttribute("The value must have 1 to 2000 characters.");
  if (key === "ReadOnly" && value !== "true" && value !== "false")
    throw badAttribute(`ReadOnly cannot be ${value}.`);
  return { wants: (event) => matches(event, value), eventName: key === "EventName" ? value : null };
}

function badAttribute(message: string): AwsError {
  return new AwsError("InvalidLookupAttributesException", message);
}
