/** Words of which a sentence may begin, in the case that it asks for. `aws-auth` is a name, and stays as it is. */
export function beginSentence(words: string): string {
  return words.startsWith("aws-auth") ? words : words.charAt(0).toUpperCase() + words.slice(1);
}
