import { type LockAfter, chooseLockAfter, lockAfter } from "../../locking/lockAfter.ts";
import { endSession } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { words } from "../../words/words.ts";
import { RadioChoice } from "../patient/RadioChoice.tsx";

/** When the keys leave this device by themselves, and that they can at once. */
export function LockPanel() {
  const minutes = lockAfter.use();
  const { title, lead, after, minutes: options, now } = words.vaultScreen.lock;
  return (
    <TitledPanel title={title} lead={lead}>
      <RadioChoice
        legend={after}
        options={options}
        chosen={String(minutes) as `${LockAfter}`}
        onChoose={(chosen) => chooseLockAfter(Number(chosen) as LockAfter)}
      />
      <Button className="mt-4" onClick={endSession}>
        {now}
      </Button>
    </TitledPanel>
  );
}
