import { expect, test } from "vitest";
import { ApiError } from "@/lib/search-params/fetch-json";
import { signInAgain } from "./sign-in-again";

const HERE = { pathname: "/attempts", search: "?where=user%3Aalice" };
const SIGNED_OUT = new ApiError(401, { error: { code: "not-allowed", message: "Sign in first." } });

test("a page whose session has ended leaves to sign in, and comes back to where it was", () => {
  const address = signInAgain(SIGNED_OUT, HERE);
  expect(address).toBe("/sign-in?returnTo=%2Fattempts%3Fwhere%3Duser%253Aalice");
  expect(new URL(address ?? "", "http://127.0.0.1").searchParams.get("returnTo")).toBe(
    "/attempts?where=user%3Aalice",
  );
});

test("it stays for every other failure, and where nobody need sign in", () => {
  for (const status of [400, 403, 404, 429, 500, 503])
    expect(signInAgain(new ApiError(status, null), HERE)).toBeNull();
  expect(signInAgain(new TypeError("Failed to fetch"), HERE)).toBeNull();
  expect(signInAgain(SIGNED_OUT, { pathname: "/s/AAAAAAAAAAAAAAAAAAAAAA", search: "" })).toBeNull();
});
