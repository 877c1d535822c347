import { useState } from "react";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import { postJson } from "@/lib/search-params/fetch-json";
import type { SignedIn } from "./signed-in";

const WHOSE: Readonly<Record<Exclude<SignedIn["keeper"], "gatebook">, string>> = {
  balancer:
    "Signing out makes the load balancer forget this browser. Your sign-in service may still know you.",
  proxy: "The proxy in front of Gatebook signed you in. Gatebook cannot end that: sign out there.",
};

/** Who one is here, and the way out. */
export function SignedInAs({ name, role, keeper }: SignedIn) {
  const [problem, setProblem] = useState(false);
  const signOut = async () => {
    try {
      const { next } = await postJson<{ next: string }>("/sign-out", {});
      // Not to be come back to.
      window.location.replace(next);
    } catch {
      setProblem(true);
    }
  };
  return (
    <section aria-label="Signed in" className="grid gap-1.5 border-t border-line pt-2">
      <p className="wrap-anywhere">
        Signed in as <SafeText text={name} className="font-medium" /> ({role})
      </p>
      {role === "admin" ? (
        <a href="/admin/sessions" className="text-accent hover:underline">
          Who is signed in
        </a>
      ) : null}
      {keeper === "gatebook" ? null : <p className="text-xs text-ink-2">{WHOSE[keeper]}</p>}
      {keeper === "proxy" ? null : (
        <button type="button" className={`${CONTROL} justify-self-start`} onClick={signOut}>
          Sign out
        </button>
      )}
      {problem ? <p role="alert">Signing out failed: try again, or close the browser.</p> : null}
    </section>
  );
}
