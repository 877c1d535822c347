import type { ReactNode } from "react";
import { ShortcutHelp } from "@/components/shortcuts/shortcut-help";
import { ValueMenuProvider } from "@/components/values/value-menu-provider";

export default function IdentitiesLayout({ children }: { children: ReactNode }) {
  return (
    <ValueMenuProvider>
      {children}
      <ShortcutHelp />
    </ValueMenuProvider>
  );
}
