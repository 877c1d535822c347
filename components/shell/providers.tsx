"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Settings } from "@/components/settings/settings-cookies";
import { SettingsProvider } from "@/components/settings/settings-provider";
import { getQueryClient } from "./query-client";
import { TokenGuard } from "./token-guard/token-guard";

export function Providers({ settings, children }: { settings: Settings; children: ReactNode }) {
  return (
    <SettingsProvider first={settings}>
      <QueryClientProvider client={getQueryClient()}>{children}</QueryClientProvider>
      <TokenGuard />
    </SettingsProvider>
  );
}
