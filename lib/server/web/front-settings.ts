/** What the front server must know of the place where it stands. */
export interface FrontSettings {
  /** It listens there, and where only this machine is served a request must be addressed to it. */
  readonly port: number;
  /** The only address that people use: `https://gatebook.example.com`. null = this machine alone is served. */
  readonly publicUrl: string | null;
  readonly trustedProxies: readonly string[];
  /** Headers that say who somebody is; nothing behind the front server may believe them. */
  readonly secretHeaders: readonly string[];
}

export function ownHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}
