import { useEffect, useMemo, useState } from "react";
import type { TypedText } from "./read-typed-text";

type Reader = (text: string) => TypedText;

const NOTHING: TypedText = { tiers: [], reasonCode: null, problem: null, secret: false };

/** What a text is; null while what reads it is being loaded, which no page needs before somebody types. */
export function useTypedText(text: string): TypedText | null {
  const [read, setRead] = useState<Reader | null>(null);
  useEffect(() => {
    if (text === "" || read !== null) return;
    // Where it cannot be loaded, the next key tries again.
    const keep = ({ readTypedText }: { readTypedText: Reader }) => setRead(() => readTypedText);
    import("./read-typed-text").then(keep, () => undefined);
  }, [text, read]);
  return useMemo(() => (text === "" ? NOTHING : (read?.(text) ?? null)), [text, read]);
}
