import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { useIdentitySearch } from "./use-identity-search";

/** The state of the search: its text, what it leads to, and which of that is chosen. */
export function useSearchBox() {
  const router = useRouter();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // Enter was pressed before the answer was there.
  const [waits, setWaits] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { options, settled, problem, secret } = useIdentitySearch(text);
  const change = useCallback((next: string, why: string | null = null) => {
    setText(next);
    setOpen(next.trim() !== "");
    setActive(-1);
    setWaits(false);
    setRefusal(why);
  }, []);
  const go = useCallback(
    (href: string) => {
      change("");
      router.push(href);
    },
    [change, router],
  );
  useEffect(() => {
    // A secret does not even stay in the box.
    if (secret) change("", problem);
  }, [secret, problem, change]);
  useEffect(() => {
    if (!waits || !settled) return;
    setWaits(false);
    if (options[0]?.known) go(options[0].href);
  }, [waits, settled, options, go]);
  const move = (step: 1 | -1) => {
    setOpen(true);
    // From the box itself, at -1, round to the other end.
    const places = options.length + 1;
    setActive((now) => ((now + 1 + step + places) % places) - 1);
  };
  const enter = () => {
    const chosen = options[active];
    if (chosen === undefined) setWaits(text.trim() !== "");
    else go(chosen.href);
  };
  const shown = open && (options.length > 0 || problem !== null);
  const saying = { problem: refusal ?? problem, refused: refusal !== null };
  return { text, options, settled, active, shown, ...saying, change, go, move, enter, setOpen };
}
