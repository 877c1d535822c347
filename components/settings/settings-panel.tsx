import type { SignedIn } from "@/components/sign-in/signed-in";
import { SignedInAs } from "@/components/sign-in/signed-in-as";
import { SafeText } from "@/components/ui/safe-text";
import { UTC, type Zone } from "@/lib/domain/time/zone";
import { keepTheme, keepZone } from "./keep-setting";
import { THEMES, type Theme } from "./settings-cookies";
import { localZone, useSettings } from "./settings-provider";

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  system: "As the system",
  light: "Light",
  dark: "Dark",
};

/** The choices, each applied at once and kept in this browser. */
export function SettingsPanel({ signedIn }: { signedIn: SignedIn | null }) {
  const { zone, theme, setZone, setTheme } = useSettings();
  const local = localZone();
  const chooseZone = (next: Zone) => {
    keepZone(next);
    setZone(next);
  };
  const chooseTheme = (next: Theme) => {
    keepTheme(next);
    setTheme(next);
  };
  return (
    <div className="grid w-56 max-w-full gap-3">
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-xs font-semibold text-ink-2">Times</legend>
        <Choice name="zone" label="UTC" checked={zone === UTC} onChoose={() => chooseZone(UTC)} />
        {local === UTC ? null : (
          <Choice
            name="zone"
            label={`Local: ${local}`}
            checked={zone !== UTC}
            onChoose={() => chooseZone(local)}
          />
        )}
        <p className="text-xs text-ink-3">
          {local === UTC ? "This browser's clock is UTC's. " : ""}Links, records and whole sentences stay in
          UTC.
        </p>
      </fieldset>
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-xs font-semibold text-ink-2">Colours</legend>
        {THEMES.map((one) => (
          <Choice
            key={one}
            name="theme"
            label={THEME_WORDS[one]}
            checked={theme === one}
            onChoose={() => chooseTheme(one)}
          />
        ))}
      </fieldset>
      {signedIn?.role === "viewer" ? null : (
        <nav aria-label="What is kept" className="grid gap-1 border-t border-line pt-2">
          <a href="/shares" className="text-accent hover:underline">
            What is shared
          </a>
          {signedIn === null || signedIn.role === "admin" ? (
            <a href="/admin/audit" className="text-accent hover:underline">
              Who saw what
            </a>
          ) : null}
        </nav>
      )}
      {signedIn === null ? null : <SignedInAs {...signedIn} />}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, label, checked, onChoose }: ChoiceProps) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input type="radio" name={name} checked={checked} onChange={onChoose} className="accent-accent" />
      <SafeText text={label} />
    </label>
  );
}
