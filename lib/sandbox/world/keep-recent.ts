/** Gives the day of a subject, named by a text. */
type DayOf<Subject, Made> = (name: string, subject: Subject, day: number) => Made;

interface Room<Made> {
  /** In records; the last day is kept, however large. */
  readonly most: number;
  readonly sizeOf: (made: Made) => number;
}

/** Remembers the last days that were asked for; what was used longest ago is forgotten and made anew when asked. */
export function keepRecent<Subject, Made>(
  room: Room<Made>,
  make: (subject: Subject, day: number) => Made,
): DayOf<Subject, Made> {
  const kept = new Map<string, Made>();
  let size = 0;
  return (name, subject, day) => {
    const key = `${name}/${day}`;
    const known = kept.get(key);
    const made = known ?? make(subject, day);
    if (known === undefined) size += room.sizeOf(made);
    kept.delete(key);
    kept.set(key, made);
    for (const [oldest, forgotten] of kept) {
      if (size <= room.most || oldest === key) break;
      kept.delete(oldest);
      size -= room.sizeOf(forgotten);
    }
    return made;
  };
}
