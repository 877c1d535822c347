import { Notice } from "@/components/ui/notice";
import { SafeText } from "@/components/ui/safe-text";
import type { ParameterProblem } from "@/lib/search-params/parameters/check-parameters";

/** A link that could be read in part only says what was left out. */
export function ParameterNotice({ problems }: { problems: readonly ParameterProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="px-4 pt-3">
      <Notice title="Part of this link could not be read and was left out.">
        {problems.map(({ parameter, message }) => (
          <span key={parameter}>
            <SafeText text={message} />{" "}
          </span>
        ))}
      </Notice>
    </div>
  );
}
