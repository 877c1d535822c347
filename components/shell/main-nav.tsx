"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";

const PAGES = [
  { href: "/", title: "Overview" },
  { href: "/attempts", title: "Attempts" },
  { href: "/requests", title: "Requests" },
  { href: "/clusters", title: "Clusters" },
  { href: "/identities", title: "Identities" },
  { href: "/questions", title: "Questions" },
  { href: "/incidents", title: "Incidents" },
] as const;

export function MainNav() {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="flex shrink-0 gap-0.5 whitespace-nowrap max-sm:flex-wrap">
      {PAGES.map(({ href, title }) => {
        const here = path === href || (href !== "/" && path.startsWith(`${href}/`));
        return (
          <Link
            key={href}
            href={href}
            prefetch={false}
            aria-current={here ? "page" : undefined}
            className={`rounded-md px-2.5 py-1 hover:text-accent max-sm:px-1.5 ${here ? "bg-sunken font-medium text-ink" : "text-ink-2"}`}
          >
            {title}
          </Link>
        );
      })}
    </nav>
  );
}
