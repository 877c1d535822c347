import Link from "next/link";
import { SafeText } from "@/components/ui/safe-text";
import type {
  ChangeEffect,
  ConfigurationChange,
} from "@/lib/domain/summarize/configuration/configuration-change";

const WORDS: Readonly<Record<ChangeEffect["kind"], string>> = {
  loses: "lost access",
  gains: "got access",
  changes: "became another Kubernetes identity",
};

interface ChangeEffectsProps {
  readonly change: Pick<ConfigurationChange, "effects" | "timeMs">;
  readonly cluster: string;
}

const HOUR_MS = 3_600_000;

/** Whose access a change took, gave or made another, of those who came lately. */
export function ChangeEffects({ change: { effects, timeMs }, cluster }: ChangeEffectsProps) {
  if (effects.length === 0) return null;
  return (
    <ul className="mt-0.5">
      {effects.map(({ kind, count, names }) => (
        <li key={kind}>
          <span className={kind === "loses" ? "font-semibold text-denied" : "font-semibold"}>
            {kind === "loses" ? "✕ " : ""}
            {count} {WORDS[kind]}
          </span>
          : <SafeText text={names.join(", ")} breakable />
          {count > names.length ? " …" : ""}
          {kind === "loses" ? (
            <>
              {" · "}
              <Link
                href={`/attempts?${deniedQuery(cluster, timeMs)}`}
                prefetch={false}
                className="text-accent underline"
              >
                denied in the hour after
              </Link>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function deniedQuery(cluster: string, timeMs: number): URLSearchParams {
  const from = new Date(Math.floor(timeMs)).toISOString();
  const to = new Date(Math.floor(timeMs) + HOUR_MS).toISOString();
  return new URLSearchParams({ cluster, decision: "denied", noise: "show", from, to });
}
