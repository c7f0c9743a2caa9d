/** The same answer for a while, and one question at a time: however often it is asked, it costs once. */
export function remembered<Answer>(ask: () => Promise<Answer>, milliseconds: number): () => Promise<Answer> {
  let known: { answer: Promise<Answer>; until: number } | undefined;
  return () => {
    if (known === undefined || performance.now() >= known.until) {
      const asked = { answer: ask(), until: Number.POSITIVE_INFINITY };
      const settle = () => void (asked.until = performance.now() + milliseconds);
      asked.answer.then(settle, settle);
      known = asked;
    }
    return known.answer;
  };
}
