import { Button } from "../../ui/Button.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { words } from "../../words/words.ts";

type ConfirmRemovalProps = { name: string; isReplaced: boolean; onConfirm: () => void; onCancel: () => void };

/** What happens when a way to unlock is removed. */
export function ConfirmRemoval({ name, isReplaced, onConfirm, onCancel }: ConfirmRemovalProps) {
  const { title, lead, sentences, go, keep } = words.vaultScreen.remove;
  return (
    <>
      <PageHead title={title(name.toLowerCase(), isReplaced)} lead={lead} />
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
