import { isServer, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/search-params/fetch-json";
import { signInAgain } from "./sign-in-again";

let browserClient: QueryClient | undefined;

/** One client in the browser; a new one for each request on the server, or people would see each other's data. */
export function getQueryClient(): QueryClient {
  if (isServer) return createQueryClient();
  browserClient ??= createQueryClient();
  return browserClient;
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: { queries: { refetchOnWindowFocus: false, retry: isWorthRetrying } },
  });
}

function leaveWhenSignedOut(error: Error): void {
  const address = isServer ? null : signInAgain(error, window.location);
  if (address !== null) window.location.replace(address);
}

/** A refused question stays refused; a server that restarts comes back. */
function isWorthRetrying(failures: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status < 500;
  return !refused && failures < 2;
}
