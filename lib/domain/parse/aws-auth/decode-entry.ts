import { foldCase } from "../../identity/go-case";
import type { MappingEntry, SsoRole, TextPlace } from "../mappings/mapping-entry";
import type { GoMap, GoValue } from "../yaml/go-value";
import type { PlaceOf } from "../yaml/places";

/** A value of the wrong type, as Go's encoding/json says it. */
export interface TypeProblem {
  readonly message: string;
  readonly place: TextPlace;
}

type List = MappingEntry["list"];
const STRUCTS = { mapRoles: "RoleMapping", mapUsers: "UserMapping" } as const;

/**
 * One entry as Go's encoding/json decodes it: names of fields whatever their case, unknown ones passed over, a field of the
 * wrong type left empty, and the rest kept.
 */
export class EntryDecoder {
  readonly #list: List;
  readonly #placeOf: PlaceOf;
  readonly problems: TypeProblem[] = [];

  constructor(list: List, placeOf: PlaceOf) {
    this.#list = list;
    this.#placeOf = placeOf;
  }

  decode(value: GoValue): MappingEntry {
    if (value.kind !== "object" && value.kind !== "null")
      this.#mistype(value, `Go value of type config.${STRUCTS[this.#list]}`);
    const fields = value.kind === "object" ? fieldsOf(value) : new Map<string, GoValue>();
    const arn = this.#list === "mapRoles" ? "rolearn" : "userarn";
    return {
      list: this.#list,
      arn: this.#text(fields.get(arn), arn),
      sso: this.#list === "mapRoles" ? this.#sso(fields.get("sso")) : null,
      username: this.#text(fields.get("username"), "username"),
      groups: this.#groups(fields.get("groups")),
      userId: this.#text(fields.get("userid"), "userid") || null,
      place: this.#placeOf(value.at),
    };
  }

  #text(value: GoValue | undefined, field: string): string {
    if (value === undefined || value.kind === "null") return "";
    if (value.kind === "string") return value.text;
    this.#mistype(value, this.#field(field, "string"));
    return "";
  }

  #groups(value: GoValue | undefined): string[] {
    if (value === undefined || value.kind === "null") return [];
    if (value.kind === "array") return value.items.map((item) => this.#text(item, "groups"));
    this.#mistype(value, this.#field("groups", "[]string"));
    return [];
  }

  #sso(value: GoValue | undefined): SsoRole | null {
    if (value === undefined || value.kind === "null") return null;
    const fields = value.kind === "object" ? fieldsOf(value) : new Map<string, GoValue>();
    if (value.kind !== "object") this.#mistype(value, this.#field("sso", "config.SSOARNMatcher"));
    return {
      permissionSetName: this.#text(fields.get("permissionsetname"), "sso.permissionSetName"),
      accountId: this.#text(fields.get("accountid"), "sso.accountID"),
      partition: this.#text(fields.get("partition"), "sso.partition"),
    };
  }

  #field(name: string, type: string): string {
    return `Go struct field ${STRUCTS[this.#list]}.${name} of type ${type}`;
  }

  #mistype(value: GoValue, into: string): void {
    this.problems.push({
      message: `json: cannot unmarshal ${value.kind} into ${into}`,
      place: this.#placeOf(value.at),
    });
  }
}

/** By name, whatever its case. YAML becomes JSON with its keys sorted, so that of two spellings the last by bytes counts. */
function fieldsOf({ members }: GoMap): Map<string, GoValue> {
  const short = [...members].filter(([key]) => key.length <= LONGEST_NAME);
  const sorted = short.sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([key, value]) => [foldCase(key), value]));
}

/** No field has a longer one. */
const LONGEST_NAME = 20;
