/** The word that was probably meant; null where none is near. */
export function nearestWord(written: string, words: readonly string[]): string | null {
  return nearestWords(written, words)[0] ?? null;
}

/** The words that may have been meant, the nearest first: at most a third of their letters differ. */
export function nearestWords(written: string, words: readonly string[]): string[] {
  const asked = bare(written);
  return words
    .map((word) => ({ word, distance: editDistance(asked, bare(word)) }))
    .filter(({ word, distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .map(({ word }) => word);
}

const bare = (word: string) => word.toLowerCase().replace(/[_-]/g, "");

/** Letters to put in, take out or change, row by row (Wagner and Fischer). */
function editDistance(a: string, b: string): number {
  if (a.length > 100) return a.length;
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? a.length;
}
