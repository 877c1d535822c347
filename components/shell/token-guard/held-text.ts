/** A text on its way into a field, which was stopped. */
export interface HeldText {
  readonly field: EventTarget | null;
  readonly text: string;
}
