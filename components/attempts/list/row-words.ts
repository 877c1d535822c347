import { beginSentence } from "@/lib/domain/explain/begin-sentence";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { denialTitle } from "@/lib/domain/explain/denial-title";
import { roleNameOf } from "@/lib/domain/identity/principal";

/** What the caller came as in IAM: a role's name, `user/NAME`, "root"; "" where the log does not say. */
export function throughOf({ caller }: Attempt): string {
  const arn = caller?.canonicalArn ?? "";
  const name = roleNameOf(arn);
  return arn.includes(":user/") ? `user/${name}` : name;
}

/** A title for a denial in plain words; null: only the error's own text is there to show. */
export function whyTitle(attempt: Attempt): string | null {
  const kind = (attempt.caller?.canonicalArn ?? "").includes(":user/") ? "this IAM user" : "this role";
  const title = denialTitle(attempt.error ?? "", attempt.caller === null ? "this identity" : kind);
  return title === null ? null : beginSentence(title);
}
