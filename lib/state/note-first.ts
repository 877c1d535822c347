/** Awaited before anything of a change is written; where it rejects, nothing is: what cannot be noted is not done. */
export type NoteFirst<T> = (about: T) => Promise<void>;

export const UNNOTED: NoteFirst<unknown> = async () => undefined;
