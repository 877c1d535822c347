import { ChangeItem } from "@/components/access/change-item";
import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import type { Suspect } from "@/lib/domain/summarize/questions/what-changed/rank-changes";

interface SuspectItemProps {
  readonly suspect: Suspect;
  readonly cluster: string;
  readonly isFirst: boolean;
}

/** One change, why it is suspected, and whom it turned away. */
export function SuspectItem({
  suspect: { change, how, because, names },
  cluster,
  isFirst,
}: SuspectItemProps) {
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <p>
        <Chip tone={how === "decides" ? "denied" : "open"}>
          {how === "decides" ? "✕ It decides" : "◌ It lies between"}
        </Chip>{" "}
        {because} Denied since: <SafeText text={names.join(", ")} breakable className="font-semibold" />.
      </p>
      <ul>
        <ChangeItem change={change} cluster={cluster} isOpen={isFirst} />
      </ul>
    </li>
  );
}
