import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import type { EpochMs } from "@/lib/domain/time/time-range";

/** A frozen document with who may open it. It stays until it is deleted; only the secret of a link expires. */
export interface Share {
  /** 128 random bits in hex. */
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly createdMs: EpochMs;
  /** Path and query of the view that it was made from, for the owner. */
  readonly view: string;
  /** Whoever opens it by signing in must see all of them. */
  readonly clusters: readonly string[];
  /** Pseudonyms and seals of the document were made by it. */
  readonly key: string;
  /** null = only who signs in can open it. */
  readonly link: ShareLink | null;
  readonly evidence: Evidence;
}

/** Opens for anyone who has the secret, until it expires. */
export interface ShareLink {
  /** The secret itself is not kept. */
  readonly secretSha256: string;
  readonly expiresMs: EpochMs;
}

/** All but what was shared. */
export type ShareHead = Omit<Share, "evidence" | "key"> & Pick<Evidence, "kind" | "title" | "level">;

export function headOf({ evidence: { kind, title, level }, key: _key, ...rest }: Share): ShareHead {
  return { ...rest, kind, title, level };
}
