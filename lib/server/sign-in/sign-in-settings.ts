import type { Role } from "@/lib/ports/viewer";

/** Who of a group may do what, where. */
export interface GroupRule {
  readonly group: string;
  readonly role: Role;
  readonly clusters: "all" | readonly string[];
}

/** Where a secret lies: never in the config itself. */
export type SecretPlace =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "variable"; readonly name: string };

interface Shared {
  /** What people type, without a slash at its end: `https://gatebook.example.com`. */
  readonly publicUrl: string;
  readonly rules: readonly GroupRule[];
  /** Addresses and networks that say the truth about whom they pass on. */
  readonly trustedProxies: readonly string[];
  /** Whether shares may have links that open for anyone who has them. */
  readonly allowsAnyoneLinks: boolean;
}

export interface OidcSettings extends Shared {
  readonly mode: "oidc";
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: SecretPlace;
  readonly groupsClaim: string;
  readonly scope: string;
}

export interface AlbSettings extends Shared {
  readonly mode: "alb";
  readonly arn: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly groupsClaim: string;
  /** Where the keys lie, as PEM files by their ids; null = AWS's host of the Region. */
  readonly keysUrl: string | null;
  /** Where the provider signs people out; null = not told. */
  readonly signOutUrl: string | null;
}

export interface HeaderSettings extends Shared {
  readonly mode: "header";
  readonly userHeader: string;
  readonly groupsHeader: string;
  readonly secretHeader: string;
  readonly secret: SecretPlace;
}

/** How people sign in; there is nothing to set where only this machine is served. */
export type SignInSettings = { readonly mode: "local" } | OidcSettings | AlbSettings | HeaderSettings;

export const LOCAL_SIGN_IN: SignInSettings = { mode: "local" };
