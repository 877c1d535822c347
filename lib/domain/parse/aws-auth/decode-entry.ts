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

const SSO_FIELDS: ReadonlyMap<string, { readonly key: keyof SsoRole; readonly name: string }> = new Map([
  ["permissionsetname", { key: "permissionSetName", name: "permissionSetName" }],
  ["accountid", { key: "accountId", name: "accountID" }],
  ["partition", { key: "partition", name: "partition" }],
]);

/** An entry while its fields come in. */
interface Draft {
  arn: string;
  sso: SsoRole | null;
  username: string;
  groups: readonly string[];
  userId: string;
}

/**
 * One entry as Go's encoding/json decodes it: names of fields whatever their case, unknown ones passed over, a field of the
 * wrong type left as it was, and the rest kept.
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
    const draft: Draft = { arn: "", sso: null, username: "", groups: [], userId: "" };
    if (value.kind === "object") for (const [name, field] of fieldsOf(value)) this.#take(draft, name, field);
    else if (value.kind !== "null") this.#mistype(value, `Go value of type config.${STRUCTS[this.#list]}`);
    const { userId, ...rest } = draft;
    return { list: this.#list, ...rest, userId: userId || null, place: this.#placeOf(value.at) };
  }

  #take(draft: Draft, name: string, value: GoValue): void {
    const isRole = this.#list === "mapRoles";
    if (name === (isRole ? "rolearn" : "userarn")) draft.arn = this.#text(value, name, draft.arn);
    else if (name === "sso" && isRole) draft.sso = this.#sso(value, draft.sso);
    else if (name === "username") draft.username = this.#text(value, name, draft.username);
    else if (name === "groups") draft.groups = this.#groups(value, draft.groups);
    else if (name === "userid") draft.userId = this.#text(value, name, draft.userId);
  }

  /** Neither null nor a wrong type takes away what another spelling of the field has given. */
  #text(value: GoValue, field: string, before: string): string {
    if (value.kind === "string") return value.text;
    if (value.kind !== "null") this.#mistype(value, this.#field(field, "string"));
    return before;
  }

  /** Go reads a list into the one that is there, so that a null keeps the group that stood in its place. */
  #groups(value: GoValue, before: readonly string[]): readonly string[] {
    if (value.kind === "null") return [];
    if (value.kind === "array")
      return value.items.map((item, i) => this.#text(item, "groups", before[i] ?? ""));
    this.#mistype(value, this.#field("groups", "[]string"));
    return before;
  }

  #sso(value: GoValue, before: SsoRole | null): SsoRole | null {
    if (value.kind === "null") return null;
    const sso = { permissionSetName: "", accountId: "", partition: "", ...before };
    if (value.kind !== "object") this.#mistype(value, this.#field("sso", "config.SSOARNMatcher"));
    else
      for (const [name, part] of fieldsOf(value)) {
        const field = SSO_FIELDS.get(name);
        if (field !== undefined) sso[field.key] = this.#text(part, `sso.${field.name}`, sso[field.key]);
      }
    return sso;
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

/** Names in lower case, in the order in which Go decodes them: YAML becomes JSON with its keys sorted by bytes. */
function fieldsOf({ members }: GoMap): (readonly [string, GoValue])[] {
  const short = [...members].filter(([key]) => key.length <= LONGEST_NAME);
  const sorted = short.sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([key, value]) => [foldCase(key), value] as const);
}

/** No field has a longer one. */
const LONGEST_NAME = 20;
