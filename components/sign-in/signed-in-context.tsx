"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { SignedIn } from "./signed-in";

const Context = createContext<SignedIn | null>(null);

/** Who reads the pages; null where nobody signs in, and everything may be done. */
export function SignedInProvider({ signedIn, children }: { signedIn: SignedIn | null; children: ReactNode }) {
  return <Context value={signedIn}>{children}</Context>;
}

/** Whether the reader may share, export and save: what he may not do is not offered. The server decides all the same. */
export function useIsAuditor(): boolean {
  const signedIn = useContext(Context);
  return signedIn === null || signedIn.role !== "viewer";
}
