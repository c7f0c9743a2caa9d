import type { ShareWish } from "../../keeper/Keeper.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { words } from "../../words/words.ts";
import { MeaningPanel } from "./MeaningPanel.tsx";

type ShareSummaryProps = {
  wish: ShareWish | undefined;
  /** With whom, as soon as that is chosen. */
  name: string | undefined;
  error: Error | null;
  isSharing: boolean;
};

/** What it means, and the button that shares it. */
export function ShareSummary({ wish, name, error, isSharing }: ShareSummaryProps) {
  const { submit, submitNobody, submitting } = words.sharing.new;
  return (
    <div className="flex flex-col gap-4 lg:sticky lg:top-6">
      <MeaningPanel wish={wish} />
      <ErrorNotice error={error} />
      <Button kind="main" type="submit" disabled={wish === undefined} isWorking={isSharing}>
        {isSharing ? submitting : name === undefined ? submitNobody : submit(name)}
      </Button>
    </div>
  );
}
