import { Button } from "../../ui/Button.tsx";
import { StepHead } from "../../ui/StepHead.tsx";
import { words } from "../../words/words.ts";

type ConfirmRemovalProps = { kind: string; onConfirm: () => void; onCancel: () => void };

/** What happens when a way to unlock is removed. */
export function ConfirmRemoval({ kind, onConfirm, onCancel }: ConfirmRemovalProps) {
  const { titles, unknown, lead, sentences, go, keep } = words.vaultScreen.remove;
  return (
    <>
      <StepHead title={titles[kind] ?? unknown} lead={lead} />
      <ul className="flex list-disc flex-col gap-3 pl-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-3 pt-8">
        <Button onClick={onCancel}>{keep}</Button>
        <Button kind="grave" onClick={onConfirm}>
          {go}
        </Button>
      </div>
    </>
  );
}
