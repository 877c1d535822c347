"use client";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { UTC, type Zone } from "@/lib/domain/time/zone";
import { printCookie, type Settings, type Theme, THEME_COOKIE, ZONE_COOKIE } from "./settings-cookies";

interface ChangeableSettings extends Settings {
  readonly setZone: (zone: Zone) => void;
  readonly setTheme: (theme: Theme) => void;
}

const nothing = () => {};
const Context = createContext<ChangeableSettings>({
  zone: UTC,
  theme: "system",
  setZone: nothing,
  setTheme: nothing,
});

export function useSettings(): ChangeableSettings {
  return useContext(Context);
}

/** Zone and theme of the whole page. `first` is what the server read from the cookies. */
export function SettingsProvider({ first, children }: { first: Settings; children: ReactNode }) {
  const [zone, showZone] = useState(first.zone);
  const [theme, showTheme] = useState(first.theme);
  const setZone = useCallback((next: Zone) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser, and answers later.
    document.cookie = printCookie(ZONE_COOKIE, next, window.location.protocol);
    showZone(next);
  }, []);
  const setTheme = useCallback((next: Theme) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser, and answers later.
    document.cookie = printCookie(THEME_COOKIE, next, window.location.protocol);
    document.documentElement.dataset.theme = next;
    showTheme(next);
  }, []);
  useEffect(() => {
    // Who travels finds his clock again.
    if (zone !== UTC && zone !== localZone()) setZone(localZone());
  }, [zone, setZone]);
  const settings = useMemo(() => ({ zone, theme, setZone, setTheme }), [zone, theme, setZone, setTheme]);
  return <Context value={settings}>{children}</Context>;
}

/** The zone of this browser. */
export function localZone(): Zone {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
