import type { ReactNode } from "react";
import { ValueMenuProvider } from "@/components/values/value-menu-provider";

export default function IdentitiesLayout({ children }: { children: ReactNode }) {
  return <ValueMenuProvider>{children}</ValueMenuProvider>;
}
