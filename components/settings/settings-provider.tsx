"use client";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { UTC, type Zone } from "@/lib/domain/time/zone";
import type { Settings, Theme } from "./settings-cookies";

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

/** Zone and theme of the whole page; who changes them keeps them too (`keep-setting.ts`). `first` is what the server read from the cookies. */
export function SettingsProvider({ first, children }: { first: Settings; children: ReactNode }) {
  const [zone, setZone] = useState(first.zone);
  const [theme, showTheme] = useState(first.theme);
  const setTheme = useCallback((next: Theme) => {
    document.documentElement.dataset.theme = next;
    showTheme(next);
  }, []);
  useEffect(() => {
    if (zone === UTC || zone === localZone()) return;
    // Who travels finds his clock again.
    setZone(localZone());
    void import("./keep-setting").then(({ keepZone }) => keepZone(localZone()));
  }, [zone]);
  const settings = useMemo(() => ({ zone, theme, setZone, setTheme }), [zone, theme, setTheme]);
  return <Context value={settings}>{children}</Context>;
}

/** The zone of this browser. */
export function localZone(): Zone {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
