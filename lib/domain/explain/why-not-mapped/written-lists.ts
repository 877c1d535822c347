import { nearestWord } from "../../identity/nearest-word";
import { AWS_AUTH_LISTS, type AwsAuthList } from "../../parse/aws-auth/aws-auth";
import { dataOf } from "../../parse/aws-auth/config-map-data";
import type { TextPlace } from "../../parse/mappings/mapping-entry";
import { type PlaceOf, placesIn, placesWithin } from "../../parse/yaml/places";
import { readGoValue } from "../../parse/yaml/read-go-value";

/** A list of aws-auth as somebody wrote it, whether or not the authenticator takes it. */
export interface WrittenList {
  /** The key that it stands under. */
  readonly key: string;
  /** The list that is meant by it. */
  readonly list: AwsAuthList;
  readonly text: string;
  /** Of the list itself. */
  readonly place: TextPlace;
  /** Places of the list's text in the whole. */
  readonly placeOf: PlaceOf;
}

/** The lists in the text of a ConfigMap; none where it cannot be read, or is not known. */
export function writtenLists(text: string | null): WrittenList[] {
  const reading = text === null ? null : readGoValue(text);
  if (text === null || reading === null || !reading.ok) return [];
  const outer = placesIn(text);
  const members = dataOf(reading.value, outer).data?.members ?? [];
  return [...members].flatMap(([key, value]) => {
    const list = nearestWord(key, AWS_AUTH_LISTS);
    if (list === null || value.kind !== "string") return [];
    const placeOf = placesWithin(outer, value.origins, value.at);
    return [{ key, list: list as AwsAuthList, text: value.text, place: outer(value.at), placeOf }];
  });
}
