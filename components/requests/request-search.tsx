import { CONTROL } from "@/components/ui/control-class";
import { RangeSelect } from "@/components/attempts/toolbar/range-select";
import type { RequestFacet } from "@/lib/domain/summarize/requests/request-filter";
import type { RequestFacets } from "@/lib/domain/summarize/requests/request-page";
import type { RequestPageQuery } from "@/lib/search-params/requests/load-request-query";
import { DEFAULT_RANGE } from "@/lib/search-params/parameters/relative-range";
import { visibleLabel } from "./visible-label";

const CHOSEN: readonly (readonly [RequestFacet, string])[] = [
  ["verb", "Verb"],
  ["resource", "Resource"],
  ["namespace", "Namespace"],
  ["outcome", "Outcome"],
  ["username", "As username"],
  ["cluster", "Cluster"],
];

const LABEL = "grid min-w-0 gap-1 text-xs text-ink-2";

interface RequestSearchProps {
  readonly query: RequestPageQuery;
  readonly facets: RequestFacets;
}

/** A plain form: it works before, and without, any script. */
export function RequestSearch({ query: { params, filter }, facets }: RequestSearchProps) {
  return (
    <form
      key={params.toString()}
      action="/requests"
      aria-label="Search requests"
      className="grid grid-cols-2 items-end gap-2.5 rounded-lg border border-line bg-surface px-4 py-3.5 sm:grid-cols-3 lg:grid-cols-5"
    >
      {CHOSEN.map(([name, label]) => (
        <Choice key={name} name={name} label={label} chosen={filter[name]} facets={facets} />
      ))}
      <Field name="name" label="Name of the object" value={filter.name[0] ?? ""} />
      <Field name="q" label="Any text: who, object, address" value={params.get("q") ?? ""} />
      <Times params={params} />
      <button type="submit" className={`${CONTROL} justify-center`}>
        Search
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly name: RequestFacet;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly facets: RequestFacets;
}

/** What is chosen is offered even where nothing has it. */
function Choice({ name, label, chosen, facets }: ChoiceProps) {
  const { values } = facets[name];
  const unlisted = chosen.filter((one) => !values.some(({ value }) => value === one));
  return (
    <label className={LABEL}>
      {label}
      <select
        name={name}
        // A link may give several: then all of them are shown, and can be taken out.
        multiple={chosen.length > 1}
        defaultValue={chosen.length > 1 ? [...chosen] : (chosen[0] ?? "")}
        className={`${CONTROL} w-full`}
      >
        <option value="">Any</option>
        {unlisted.map((value) => (
          <option key={value} value={value}>
            {visibleLabel(value, 0)}
          </option>
        ))}
        {values.map(({ value, count }) => (
          <option key={value} value={value}>
            {visibleLabel(value, count)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Field({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className={LABEL}>
      {label}
      <input
        name={name}
        defaultValue={value}
        maxLength={256}
        autoComplete="off"
        spellCheck={false}
        className={`${CONTROL} w-full`}
      />
    </label>
  );
}

/** A range up to now, or the absolute times that the address gives. */
function Times({ params }: { params: URLSearchParams }) {
  if (params.has("from") || params.has("to")) {
    return (
      <>
        <Field name="from" label="From (UTC)" value={params.get("from") ?? ""} />
        <Field name="to" label="To (UTC)" value={params.get("to") ?? ""} />
      </>
    );
  }
  return <RangeSelect range={params.get("range") ?? DEFAULT_RANGE} className={LABEL} />;
}
