/** Whether something of a text was hidden at R1: then it is no name that anything could be found by. */
export function isMasked(text: string): boolean {
  return (
    text.includes("***") || text.includes("(name hidden)") || /(^|[^\w-])ip-(\d+-){3}x(?![\w-])/.test(text)
  );
}
