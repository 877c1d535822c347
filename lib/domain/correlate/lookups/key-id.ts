/** Of an access key id as AWS writes it; what a log prints in its place may be anything. */
const KEY_ID = /^A[SK]IA[A-Z0-9]{1,124}$/;

export function isKeyId(text: string | null): text is string {
  return text !== null && KEY_ID.test(text);
}

/** Of credentials that some event gave out. */
export function isTemporaryKey(text: string | null): text is string {
  return isKeyId(text) && text.startsWith("ASIA");
}
