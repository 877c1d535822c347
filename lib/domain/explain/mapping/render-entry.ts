import { quoteGo } from "../../parse/format-logfmt-value";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { MappedCaller } from "./mapped-caller";
import { type AskInstance, renderTemplate } from "./render-template";

export type RenderedEntry =
  | {
      readonly ok: true;
      readonly username: string;
      readonly groups: readonly string[];
      /** An instance's name, which only EC2 knows, still stands as its template. */
      readonly isOpen: boolean;
    }
  /** In the authenticator's words. */
  | { readonly ok: false; readonly error: string };

/** Username and groups of an entry for one caller, or the first template that cannot be filled in. */
export function renderEntry(
  { username, groups }: MappingEntry,
  caller: MappedCaller,
  ask: AskInstance | undefined,
): RenderedEntry {
  const name = renderTemplate(username, caller, ask);
  if (!name.ok) return { ok: false, error: errorOf("username", username, name.error) };
  const rendered: string[] = [];
  let isOpen = name.isOpen;
  for (const group of groups) {
    const one = renderTemplate(group, caller, ask);
    if (!one.ok) return { ok: false, error: errorOf("group", group, one.error) };
    rendered.push(one.text);
    isOpen ||= one.isOpen;
  }
  return { ok: true, username: name.text, groups: rendered, isOpen };
}

function errorOf(of: "username" | "group", template: string, why: string): string {
  return `error rendering ${of} template ${quoteGo(template)}: ${why}`;
}
