"use client";
import { useState } from "react";
import { OpenLinks } from "./open-links";
import { ShareItem } from "./share-item";
import { shareLink } from "./share-link";
import { useShares } from "./use-shares";
import { CopyButton } from "@/components/ui/copy-button";

/** What one has shared, to be renewed, revoked and deleted. */
export function SharesScreen() {
  const { list, problem, act } = useShares();
  const [renewed, setRenewed] = useState<string | null>(null);
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <h1 className="text-lg font-semibold">Shares</h1>
      {problem === null ? null : <p role="alert">{problem}</p>}
      {renewed === null ? null : (
        <p className="flex flex-wrap items-center gap-2">
          The new link is told only now. <CopyButton label="Copy new link" text={renewed} />
        </p>
      )}
      {list?.problems.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {list?.shares.length === 0 ? (
        <p className="max-w-prose text-ink-2">
          Nothing is shared. <em>Share</em> on an attempt, a list of them, the answer to a question or an
          incident freezes what it shows; it then stands here, to be opened, handed on and deleted.
        </p>
      ) : null}
      {list?.allowsLinks && list.levels.includes("R0") ? (
        <OpenLinks shares={list.shares} onRevoke={(id) => void act({ kind: "revoke-link", id })} />
      ) : null}
      <ul aria-label="Shares" className="grid gap-3">
        {list?.shares.map((share) => (
          <ShareItem
            key={share.id}
            share={share}
            allowsLinks={list.allowsLinks}
            onChange={(change) =>
              void act(change).then((answer) => {
                setRenewed(answer?.secret ? shareLink(share.id, answer.secret) : null);
              })
            }
          />
        ))}
      </ul>
    </article>
  );
}
