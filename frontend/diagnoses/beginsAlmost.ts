/** Shorter ones are too like each other. */
const longWord = 5;

/** Whether a word begins so, were it not for one slip: a letter too much, too few, another, or two that changed places. */
export function beginsAlmost(word: string, typed: string): boolean {
  if (typed.length < longWord) return word.startsWith(typed);
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  if (at === typed.length) return true;
  return (
    word.startsWith(typed.slice(at + 1), at + 1) ||
    word.startsWith(typed.slice(at + 1), at) ||
    word.startsWith(typed.slice(at), at + 1) ||
    word.startsWith(typed[at + 1]! + typed[at] + typed.slice(at + 2), at)
  );
}
