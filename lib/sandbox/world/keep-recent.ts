/** Gives the day of a subject, named by a text. */
type DayOf<Subject, Made> = (name: string, subject: Subject, day: number) => Made;

/** Remembers the last days that were asked for, `most` of them; what was used longest ago is forgotten and made anew. */
export function keepRecent<Subject, Made>(
  most: number,
  make: (subject: Subject, day: number) => Made,
): DayOf<Subject, Made> {
  const kept = new Map<string, Made>();
  return (name, subject, day) => {
    const key = `${name}/${day}`;
    const made = kept.get(key) ?? make(subject, day);
    kept.delete(key);
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
