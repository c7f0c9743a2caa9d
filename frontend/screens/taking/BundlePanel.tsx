import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { takingWords } from "../../words/takingWords.ts";

export function BundlePanel({ onTake }: { onTake: () => void }) {
  const { bundleLead, unlocked, download } = takingWords;
  return (
    <div className="flex flex-col gap-4">
      <p>{bundleLead}</p>
      <Notice kind="careful">{unlocked}</Notice>
      <Button kind="main" className="self-end" onClick={onTake}>
        {download}
      </Button>
    </div>
  );
}
