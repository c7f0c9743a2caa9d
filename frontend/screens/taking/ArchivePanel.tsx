import { useMe } from "../../session/useMe.ts";
import { Notice } from "../../ui/Notice.tsx";
import { takingWords } from "../../words/takingWords.ts";
import { PassphraseChoice } from "../vault/PassphraseChoice.tsx";

export function ArchivePanel({ onMake }: { onMake: (passphrase: string) => void }) {
  const { archiveLead, archiveNote, make } = takingWords;
  return (
    <div className="flex flex-col gap-4">
      <p>{archiveLead}</p>
      <Notice>{archiveNote}</Notice>
      <PassphraseChoice keeper={useMe().keeper} isWorking={false} onChoose={onMake} take={make} />
    </div>
  );
}
