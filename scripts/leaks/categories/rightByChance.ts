/** How many of so many guesses must be right for it to be no chance: fewer than one in a million who guess get so many. */
export function rightByChance({ guesses, chance }: { guesses: number; chance: number }): number {
  let term = guesses * Math.log1p(-chance); // of none right, as a logarithm
  let below = 0;
  for (let right = 0; right <= guesses; right++) {
    below += Math.exp(term);
    if (1 - below < alarm) return right + 1;
    term += Math.log((guesses - right) / (right + 1)) + Math.log(chance / (1 - chance));
  }
  return guesses;
}

const alarm = 1e-6;
