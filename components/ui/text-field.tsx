import { useId } from "react";
import { CONTROL } from "./control-class";

interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly placeholder: string;
  /** Absent = as wide as a word or two. */
  readonly wide?: boolean;
  /** How much it takes: a line of a log is longer than a name. */
  readonly longest?: number;
  /** Values to choose from; any other may be given. */
  readonly offered?: readonly string[];
}

/** A labelled line of text in a form that sends itself by its address. */
export function TextField({
  label,
  name,
  value,
  placeholder,
  wide = false,
  longest = 1024,
  offered = [],
}: TextFieldProps) {
  const listId = useId();
  return (
    <label
      className={`grid max-w-full grid-cols-[minmax(0,1fr)] gap-0.5 text-xs text-ink-2 ${wide ? "w-96" : "w-44"}`}
    >
      {label}
      <input
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        maxLength={longest}
        autoComplete="off"
        spellCheck={false}
        list={offered.length === 0 ? undefined : listId}
        className={`${CONTROL} w-full`}
      />
      {offered.length === 0 ? null : (
        <datalist id={listId}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </label>
  );
}
