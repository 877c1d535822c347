import { AwsError } from "./aws-error";
import type { JsonInput } from "./cloud";

/** A member of the request, undefined when absent; throws SerializationException when it has another type. */
export function readText(input: JsonInput, key: string): string | undefined {
  return readMember(input, key, (value) => typeof value === "string");
}

export function readNumber(input: JsonInput, key: string): number | undefined {
  return readMember(input, key, (value) => typeof value === "number" && Number.isFinite(value));
}

export function readBoolean(input: JsonInput, key: string): boolean | undefined {
  return readMember(input, key, (value) => typeof value === "boolean");
}

export function readTexts(input: JsonInput, key: string): string[] | undefined {
  return readMember(
    input,
    key,
    (value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
  );
}

function readMember<T>(input: JsonInput, key: string, fits: (value: unknown) => boolean): T | undefined {
  const value = input[key];
  if (value === undefined || value === null) return undefined;
  if (!fits(value)) throw new AwsError("SerializationException", `Unexpected value type in payload: ${key}`);
  return value as T;
}
