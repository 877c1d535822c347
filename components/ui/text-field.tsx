import { CONTROL } from "./control-class";

interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly placeholder: string;
  /** Absent = as wide as a word or two. */
  readonly wide?: boolean;
}

/** A labelled line of text in a form that sends itself by its address. */
export function TextField({ label, name, value, placeholder, wide = false }: TextFieldProps) {
  return (
    <label
      className={`grid max-w-full grid-cols-[minmax(0,1fr)] gap-0.5 text-xs text-ink-2 ${wide ? "w-96" : "w-44"}`}
    >
      {label}
      <input
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        maxLength={1024}
        autoComplete="off"
        spellCheck={false}
        className={`${CONTROL} w-full`}
      />
    </label>
  );
}
