import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { Clock } from "@/lib/ports/clock";

/** An access key, and until when it is good; expiration absent = AWS did not say. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Credentials that are loaded anew before they expire, and when AWS says that they have. */
export interface RenewableCredentials {
  get(): Promise<Credentials>;
  /** AWS no longer takes them. */
  forget(): void;
}

const RENEW_BEFORE_MS = 5 * 60_000;

export function createRenewable(load: () => Promise<Credentials>, clock: Clock): RenewableCredentials {
  let loading: Promise<Credentials> | null = null;
  let renewAtMs = Number.POSITIVE_INFINITY;
  const start = () => {
    const begun = load();
    const forgetIt = () => {
      if (loading === begun) loading = null;
    };
    begun.then(({ expiration }) => {
      renewAtMs = (expiration?.getTime() ?? Number.POSITIVE_INFINITY) - RENEW_BEFORE_MS;
    }, forgetIt);
    renewAtMs = Number.POSITIVE_INFINITY;
    return begun;
  };
  return {
    get() {
      if (loading === null || clock.now() >= renewAtMs) loading = start();
      return loading;
    },
    forget() {
      loading = null;
    },
  };
}

/**
 * One look along the chain of the AWS CLI, its files read anew; an absent instance-metadata service is given up after a
 * second. null = no profile.
 */
export function loadCredentials(profile: string | null): Promise<Credentials> {
  const files = { ignoreCache: true, ...(profile === null ? {} : { profile }) };
  return fromNodeProviderChain({ timeout: 1_000, maxRetries: 0, ...files })();
}
