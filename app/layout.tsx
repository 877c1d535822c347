import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AlarmBar } from "@/components/shell/alarm-bar";
import { AppHeader } from "@/components/shell/app-header";
import { Providers } from "@/components/shell/providers";
import { getQueryClient } from "@/components/shell/query-client";
import { SampleBanner } from "@/components/shell/sample-banner";
import { StorageBar } from "@/components/shell/storage-bar";
import { coverageQuery } from "@/lib/search-params/clusters/coverage-query";
import "./globals.css";
import "./print.css";
import { loadCoverage } from "./load-coverage";
import { loadSettings } from "./load-settings";
import { isStranger, loadSignedIn } from "./load-signed-in";

export const metadata: Metadata = {
  title: { default: "Gatebook", template: "%s · Gatebook" },
  description: "Who got in to an Amazon EKS cluster, as which Kubernetes identity, and why or why not.",
  robots: { index: false, follow: false },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request makes every page dynamic: a page built ahead has no nonce and would be dead under the policy.
  await headers();
  // Without the engine the frame still stands, and the page below says what is wrong.
  const coverage = isStranger() ? null : await loadCoverage().catch(() => null);
  const settings = await loadSettings();
  const signedIn = loadSignedIn();
  const client = getQueryClient();
  if (coverage !== null) client.setQueryData(coverageQuery().queryKey, coverage);
  return (
    <html lang="en" data-theme={settings.theme}>
      <head>
        {/* Next sends its own link later, with the metadata; until then a browser would ask for /favicon.ico. */}
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
      </head>
      <body>
        <Providers settings={settings} signedIn={signedIn}>
          <HydrationBoundary state={dehydrate(client)}>
            {isStranger() ? null : (
              <>
                {coverage?.sample ? <SampleBanner /> : null}
                <AppHeader signedIn={signedIn} />
                <StorageBar />
                <AlarmBar />
              </>
            )}
            <main id="main">{children}</main>
          </HydrationBoundary>
        </Providers>
      </body>
    </html>
  );
}
