import type { ReactNode } from "react";
import { ShortcutHelp } from "@/components/shortcuts/shortcut-help";
import { ValueMenuProvider } from "@/components/values/value-menu-provider";

export default function AttemptsLayout({ children }: { children: ReactNode }) {
  return (
    <ValueMenuProvider>
      {children}
      <ShortcutHelp />
    </ValueMenuProvider>
  );
}
