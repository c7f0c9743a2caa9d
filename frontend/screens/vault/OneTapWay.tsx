import type { Way } from "../../keeper/Keeper.ts";
import { Button } from "../../ui/Button.tsx";
import { words } from "../../words/words.ts";

type OneTapWayProps = { kind: "device" | "passkey"; isWorking: boolean; onUse: (way: Way) => void };

/** A way to unlock with nothing to type. */
export function OneTapWay({ kind, isWorking, onUse }: OneTapWayProps) {
  const { with: actions, deviceHint, passkeyHint } = words.vault.locked;
  return (
    <div className="flex flex-col gap-2">
      <Button kind="main" isWorking={isWorking} autoFocus onClick={() => onUse({ kind })}>
        {actions[kind]}
      </Button>
      <p className="text-small text-quiet">{kind === "device" ? deviceHint : passkeyHint}</p>
    </div>
  );
}
