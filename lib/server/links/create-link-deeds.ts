import { join } from "node:path";
import { LinkFolder } from "@/lib/state/links/link-folder";
import type { Asker } from "../access/asker";
import type { DeedParts } from "../deeds/deed";
import { ownView } from "./own-view";

/** What the engine does with short links: they lead to views, which then ask who looks. */
export function createLinkDeeds({ dataDir }: Pick<DeedParts, "dataDir">) {
  const folder = new LinkFolder(join(dataDir, "links"));
  return {
    /** Gives its id; null = the view is none of ours. */
    createShortLink: {
      least: "viewer",
      run: async (_asker: Asker, { view }: { readonly view: string }) => {
        const own = ownView(view);
        return own === null ? null : await folder.keep(own);
      },
    },
    /** Gives path and query of the view; null = there is none, or it is no longer one of ours. */
    openShortLink: {
      least: "viewer",
      run: async (_asker: Asker, { id }: { readonly id: string }) => ownView((await folder.read(id)) ?? ""),
    },
  } as const;
}
