export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** JSON.parse that does not throw. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return NO_JSON;
  }
}

const NO_JSON: ParsedJson = { ok: false };
