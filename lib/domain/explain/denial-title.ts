import { reasonOfDenial } from "./reasons/denial-reason";
import { reasonOf } from "./reasons/registry";

const STATUS = /error from AWS \(expected 200, got (\d{3})\)/;

/** A plain title for the error text of a denial, or null: show the text itself. `who` is whom no mapping was found for. */
export function denialTitle(error: string, who: string): string | null {
  const code = reasonOfDenial(error);
  if (code === null) return null;
  const { title } = reasonOf(code);
  if (code === "not-mapped") return `${title} for ${who}`;
  const status = code === "sts-answered-otherwise" ? STATUS.exec(error)?.[1] : undefined;
  return status === undefined ? title : `STS answered ${status}`;
}
