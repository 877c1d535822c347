import { linkEndpoints } from "../api/link-endpoints";
import { askDeed } from "../deeds/ask-deed";
import { BadParameters, respondJson, respondWith } from "../http-errors";
import { readWrite } from "../read-write";

const LONGEST_BODY = 16_384;
const { links } = linkEndpoints;

export function answerLinks(): Promise<Response> {
  return respondJson(links, async () => ({ madeId: null }));
}

/** Makes a short link to a view of ours. */
export function answerLinkMade(request: Request): Promise<Response> {
  return respondWith(async () => {
    const asked = await readWrite(request, links.write.schema, LONGEST_BODY);
    if (asked instanceof Response) return asked;
    const madeId = await askDeed("createShortLink", asked);
    if (madeId === null)
      throw new BadParameters([{ parameter: "view", message: "The view is no page of this Gatebook." }]);
    return respondJson(links, async () => ({ madeId }));
  });
}
