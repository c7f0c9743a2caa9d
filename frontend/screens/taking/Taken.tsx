import type { LostOfChart, TakenChart } from "../../keeper/taking/TakesAlong.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { dayText } from "../../ui/dayText.ts";
import { saveFile } from "../../viewer/saveFile.ts";
import { takingWords } from "../../words/takingWords.ts";
import { reasonOf } from "../chart/reasonOf.ts";

type TakenProps = { taken: TakenChart & { name: string }; onMore: () => void };

/** What is in the file, and above all what is not. */
export function Taken({ taken: { file, name, records, lost }, onMore }: TakenProps) {
  const { done, again, other } = takingWords;
  return (
    <Panel className="flex max-w-2xl flex-col gap-4">
      <p role="status" className="text-title font-semibold">
        {done(records, name)}
      </p>
      {lost.length > 0 && <LostRecords lost={lost} />}
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => saveFile({ name, content: file })}>{again}</Button>
        <Button kind="quiet" onClick={onMore}>
          {other}
        </Button>
      </div>
    </Panel>
  );
}

function LostRecords({ lost }: { lost: readonly LostOfChart[] }) {
  const { lost: told, lostRecord, added } = takingWords;
  return (
    <Notice kind="careful">
      <p>{told(lost.length)}</p>
      <ul className="list-disc pt-2 pl-5">
        {lost.map(({ title, publishedAt, refusal }, at) => (
          <li key={at}>{lostRecord(title ?? added(dayText(publishedAt)), reasonOf(refusal))}</li>
        ))}
      </ul>
    </Notice>
  );
}
