import { SafeText } from "@/components/ui/safe-text";

/** What came of the last change. */
export function SaidLine({ said }: { said: { readonly isDone: boolean; readonly text: string } }) {
  return (
    <p role="status" className={`wrap-anywhere ${said.isDone ? "text-granted" : "text-denied"}`}>
      <SafeText text={said.text} />
    </p>
  );
}
