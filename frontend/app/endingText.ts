import type { MessageName } from "#core/chain/typedMessages.ts";
import type { DeedEnding } from "../keeper/sent/Deed.ts";
import { errorSentence } from "../ui/errorSentence.ts";
import { words } from "../words/words.ts";

/** How something ended, in a sentence or two. */
export function endingText(name: MessageName, ending: DeedEnding): string {
  const { deed, done, replaced, refused, ...others } = words.underWay;
  if (ending.is === "done") return ending.isReplaced ? `${done[name]} ${replaced}` : done[name];
  if (ending.is === "refused") return refused(deed[name], errorSentence({ name: ending.name }));
  return others[ending.is](deed[name]);
}
