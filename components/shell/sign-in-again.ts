import { ApiError } from "@/lib/search-params/fetch-json";

/**
 * Where a page has to go that is told it is not signed in any more, so that nothing stays on the screen; null = it may
 * stay. Shared evidence may be seen by who is not signed in.
 */
export function signInAgain(
  error: unknown,
  { pathname, search }: Pick<Location, "pathname" | "search">,
): string | null {
  const isSignedOut = error instanceof ApiError && error.status === 401;
  if (!isSignedOut || pathname.startsWith("/s/")) return null;
  return `/sign-in?${new URLSearchParams({ returnTo: `${pathname}${search}` })}`;
}
