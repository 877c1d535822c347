"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Settings } from "@/components/settings/settings-cookies";
import { SettingsProvider } from "@/components/settings/settings-provider";
import type { SignedIn } from "@/components/sign-in/signed-in";
import { SignedInProvider } from "@/components/sign-in/signed-in-context";
import { getQueryClient } from "./query-client";
import { TokenGuard } from "./token-guard/token-guard";

interface ProvidersProps {
  readonly settings: Settings;
  readonly signedIn: SignedIn | null;
  readonly children: ReactNode;
}

export function Providers({ settings, signedIn, children }: ProvidersProps) {
  return (
    <SettingsProvider first={settings}>
      <QueryClientProvider client={getQueryClient()}>
        <SignedInProvider signedIn={signedIn}>{children}</SignedInProvider>
      </QueryClientProvider>
      <TokenGuard />
    </SettingsProvider>
  );
}
