import { words } from "../../../words/words.ts";
import { TypedLine } from "./TypedLine.tsx";

type SinceLineProps = { value: string; onType: (text: string) => void };

/** Since when: a year, a month or a day. */
export function SinceLine(props: SinceLineProps) {
  const { since, sinceHint } = words.byHand;
  return <TypedLine {...props} label={since} hint={sinceHint} maxLength={10} />;
}
