import Link from "next/link";
import { SettingsMenu } from "@/components/settings/settings-menu";
import type { SignedIn } from "@/components/sign-in/signed-in";
import { CoverageMenu } from "./coverage-menu";
import { IdentitySearch } from "./identity-search";
import { MainNav } from "./main-nav";

export function AppHeader({ signedIn }: { signedIn: SignedIn | null }) {
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-surface px-4 py-2 max-sm:gap-x-1.5">
      <a
        href="#main"
        className="sr-only z-40 rounded-md bg-surface px-3 py-1 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <Link
        href="/"
        prefetch={false}
        className="flex shrink-0 items-center gap-1.5 whitespace-nowrap text-base font-semibold tracking-tight"
      >
        <span aria-hidden="true" className="h-4 w-1 bg-accent" />
        Gatebook
      </Link>
      <div className="max-sm:order-2 max-sm:basis-full">
        <MainNav />
      </div>
      <IdentitySearch />
      <span className="grow max-sm:hidden" />
      <div className="flex min-w-0 justify-end gap-x-1.5 max-sm:grow max-sm:basis-0 sm:gap-x-3">
        <CoverageMenu />
        <div className="shrink-0">
          <SettingsMenu signedIn={signedIn} />
        </div>
      </div>
    </header>
  );
}
