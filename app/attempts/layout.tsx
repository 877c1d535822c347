import type { ReactNode } from "react";
import { ValueMenuProvider } from "@/components/values/value-menu-provider";

export default function AttemptsLayout({ children }: { children: ReactNode }) {
  return <ValueMenuProvider>{children}</ValueMenuProvider>;
}
