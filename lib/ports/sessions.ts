/** What a provider, a load balancer or a proxy vouches for. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly groups: readonly string[];
}

/** One browser that is signed in. Its secret is the browser's alone: here its SHA-256 is kept. */
export interface Session {
  /** To be named by in lists; opens nothing. */
  readonly id: string;
  readonly hash: string;
  readonly identity: Identity;
  /** Where it signed in from; null = unknown. */
  readonly peer: string | null;
  readonly startedMs: number;
  /** When it last asked for something. */
  readonly seenMs: number;
}
