import { useQuery } from "@tanstack/react-query";
import type { RegisterEntry } from "../../keeper/licensing/Licensing.ts";
import { licenceStoryQuery } from "../../queries/licensing.ts";
import { useMe } from "../../session/useMe.ts";
import { nameOf } from "../../transactions/names.ts";
import { Button } from "../../ui/Button.tsx";
import { Dotted } from "../../ui/Dotted.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { dayText, momentText } from "../../ui/dayText.ts";
import { boardWords, licensingWords } from "../../words/licensingWords.ts";
import { words } from "../../words/words.ts";
import { LicenceActs } from "./LicenceActs.tsx";
import type { Seat } from "./Seat.ts";
import { stateText } from "./registerState.ts";

type LicenceSheetProps = { entry: RegisterEntry; seat: Seat; onClose: () => void };

/** One licence: how it stands, what happened to it, and what the board can do. */
export function LicenceSheet({ entry, seat, onClose }: LicenceSheetProps) {
  const { holder, kind, name, speciality, number, validFrom, validUntil } = entry;
  const title = name ?? boardWords.list.unnamed(words.common.address(holder));
  const window = boardWords.proposal.window(dayText(validFrom), dayText(validUntil));
  const about = [licensingWords.kinds[kind], speciality, number && boardWords.list.number(number), stateText(entry)];
  return (
    <Sheet label={title} onClose={onClose} isWide>
      <header className="flex items-start justify-between gap-4">
        <h2 className="min-w-0 text-title font-semibold break-words">{title}</h2>
        <Button onClick={onClose}>{words.common.close}</Button>
      </header>
      <p>
        <Dotted facts={about} />
      </p>
      <p className="text-quiet">{window}</p>
      <p className="text-small break-all text-quiet">{holder}</p>
      <LicenceHistory entry={entry} jurisdiction={seat.jurisdiction} />
      <LicenceActs key={`${entry.status}/${validUntil}`} entry={entry} seat={seat} onDone={onClose} />
    </Sheet>
  );
}

function LicenceHistory({ entry: { holder, kind }, jurisdiction }: { entry: RegisterEntry; jurisdiction: string }) {
  const { data, error } = useQuery(licenceStoryQuery(useMe(), { holder, kind, jurisdiction }));
  const { title, loading, did, until, by } = boardWords.history;
  return (
    <section aria-label={title} className="pt-5">
      <h3 className="font-sans text-small font-semibold text-quiet">{title}</h3>
      <ErrorNotice error={error} />
      {data === undefined && error === null && <Waiting what={loading} />}
      <ol className="flex flex-col">
        {data?.map((chapter) => (
          <li key={`${chapter.transactionHash}/${chapter.did}`} className="border-b border-line py-2">
            <span className="font-semibold">{did[chapter.did]}</span>{" "}
            <span className="text-small text-quiet">
              <Dotted
                facts={[
                  momentText(chapter.at),
                  chapter.validUntil === undefined ? undefined : until(dayText(chapter.validUntil)),
                  chapter.by === undefined ? undefined : by(nameOf(chapter.by)),
                ]}
              />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
