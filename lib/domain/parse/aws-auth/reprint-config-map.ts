import { printConfigMap } from "../configuration-marks/print-config-map";
import { placesIn } from "../yaml/places";
import { readGoValue } from "../yaml/read-go-value";
import { dataOf } from "./config-map-data";

/**
 * aws-auth of a text that somebody saved or wrote, printed as a cluster's own is, so that equal ones are equal; null = it is
 * none that an API server would take.
 */
export function reprintConfigMap(text: string): string | null {
  const read = readGoValue(text);
  if (!read.ok) return null;
  const { data, problems } = dataOf(read.value, placesIn(text));
  if (data === null || problems.length > 0) return null;
  const texts: Record<string, string> = Object.create(null);
  for (const [key, value] of data.members) {
    if (value.kind !== "string") return null;
    texts[key] = value.text;
  }
  return printConfigMap(texts);
}
