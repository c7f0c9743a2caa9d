import type { ApplicationStory } from "../../keeper/licensing/Licensing.ts";
import { dayText } from "../../ui/dayText.ts";
import { licensingWords } from "../../words/licensingWords.ts";
import { DocumentLinks } from "./DocumentLinks.tsx";

/** What was written about an application since it was sent, in order. */
export function StoryLines({ story: { since, application } }: { story: ApplicationStory }) {
  return (
    <ol className="flex flex-col gap-3 empty:hidden">
      {since.map((paper, place) => (
        <li key={place} className="rounded-field bg-well px-4 py-3">
          <p className="text-small text-quiet">{headOf(paper)}</p>
          {textOf(paper) !== "" && (
            <p dir="auto" className="whitespace-pre-wrap break-words">
              {textOf(paper)}
            </p>
          )}
          {paper.paper === "application" && "documents" in paper.content && (
            <DocumentLinks documents={paper.content.documents} applicant={application.by} />
          )}
        </li>
      ))}
    </ol>
  );
}

type SincePaper = ApplicationStory["since"][number];

function headOf(paper: SincePaper): string {
  const { letters } = licensingWords;
  const day = dayText(paper.at);
  if (paper.paper === "letter") return paper.about === "declined" ? letters.declined(day) : letters.question(day);
  return paper.content.purpose === "withdrawal" ? letters.withdrawal(day) : letters.answer(day);
}

function textOf(paper: SincePaper): string {
  if (paper.paper === "letter") return paper.text;
  return "note" in paper.content ? paper.content.note : "";
}
