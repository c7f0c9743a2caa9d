/** The known word that is nearest to a mistyped one, as the end of a sentence; empty where none is near. */
export function didYouMean(word: string, known: readonly string[], prefix = ""): string {
  const cut = word.slice(0, 40);
  const near = known
    .map((candidate) => ({ candidate, far: candidate.startsWith(cut) && cut !== "" ? 0.5 : distance(cut, candidate) }))
    .filter(({ candidate, far }) => far < candidate.length && far <= Math.max(2, candidate.length / 3))
    .toSorted((a, b) => a.far - b.far);
  return near[0] === undefined ? "" : ` Did you mean ${prefix}${near[0].candidate}?`;
}

/** How many letters must change, come or go (Levenshtein). Both words are short. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      next.push(Math.min(row[j]! + (letter === to[j] ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
