import { MOST_MEANINGS } from "@/lib/domain/parse/pasted/meaning";
import type { IdentityFinds } from "@/lib/domain/summarize/identities/identity-report";
import { InvalidQuery } from "@/lib/ports/invalid-query";
import type { IdentityQuery } from "@/lib/ports/investigations";
import type { Viewer } from "@/lib/ports/viewer";
import { checkLimit } from "../check-limit";
import type { InvestigationContext } from "../investigation-context";

const MOST_NEAR = 50;

/** Which of these meanings are known, and names near a text. Throws InvalidQuery. */
export async function findIdentities(
  _viewer: Viewer,
  { meanings, text, limit }: IdentityQuery,
  { store }: InvestigationContext,
): Promise<IdentityFinds> {
  if (meanings.length > MOST_MEANINGS)
    throw new InvalidQuery("find", `has more than ${MOST_MEANINGS} values`);
  checkLimit(limit, MOST_NEAR);
  const [known, near] = await Promise.all([
    store.findMeanings(meanings),
    store.nearIdentities(text.trim(), limit),
  ]);
  return { known, near };
}
