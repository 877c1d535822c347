export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** The field that an event is about; null = none, or one that refuses secrets by itself. */
export function textFieldOf({ target }: Event): TextField | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.dataset.refusesSecrets === undefined ? target : null;
}

/** As if it was typed: React compares with what it last saw, which only the browser's own setter leaves alone. */
export function writeField(field: TextField, text: string): void {
  const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
