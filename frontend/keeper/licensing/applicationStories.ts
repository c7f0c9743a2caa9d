import { isAddressEqual } from "viem";
import type { Application, BoardLetter, Paper, PaperId } from "#core/licensing/Paper.ts";
import type { ApplicationState, ApplicationStory, Asking } from "./Licensing.ts";

export type ApplicationStoriesParameters = {
  papers: ReadonlyMap<PaperId, Paper>;
  /** Whether who signed a letter may speak for its board. */
  speaksForBoard: (letter: BoardLetter) => boolean;
  /** Whether the register shows what was asked for. */
  isDecided: (asking: Asking) => boolean;
};

/** What was asked for and what came of it, newest first. A paper counts for an application only from one of its two sides. */
export function applicationStories(parameters: ApplicationStoriesParameters): ApplicationStory[] {
  const { papers, speaksForBoard, isDecided } = parameters;
  const all = [...papers.values()];
  const stories = [...papers].flatMap(([id, paper]): ApplicationStory[] => {
    if (!isAsking(paper)) return [];
    const since = all
      .filter((it): it is Application | BoardLetter => isAbout(it, id, paper))
      .filter((it) => it.paper === "application" || speaksForBoard(it))
      .toSorted((a, b) => a.at - b.at);
    return [{ id, application: paper, since, state: isDecided(paper) ? "decided" : stateAfter(since) }];
  });
  return stories.toReversed().toSorted((a, b) => b.application.at - a.application.at);
}

export function isAsking(paper: Paper): paper is Asking {
  return paper.paper === "application" && (paper.content.purpose === "new" || paper.content.purpose === "renewal");
}

function isAbout(paper: Paper, id: PaperId, { by, jurisdiction }: Asking): boolean {
  if (paper.jurisdiction !== jurisdiction) return false;
  if (paper.paper === "letter") return paper.of === id && isAddressEqual(paper.to, by);
  if (paper.paper !== "application" || !isAddressEqual(paper.by, by)) return false;
  return "of" in paper.content && paper.content.of === id;
}

function stateAfter(since: ApplicationStory["since"]): ApplicationState {
  const last = since.at(-1);
  if (since.some((it) => it.paper === "application" && it.content.purpose === "withdrawal")) return "withdrawn";
  if (since.some((it) => it.paper === "letter" && it.about === "declined")) return "declined";
  if (last === undefined) return "sent";
  return last.paper === "letter" ? "asked" : "answered";
}
