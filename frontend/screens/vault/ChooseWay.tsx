import { type ReactNode, useState } from "react";
import type { Keeper, NewWay } from "../../keeper/Keeper.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { words } from "../../words/words.ts";
import { PassphraseChoice } from "./PassphraseChoice.tsx";
import { useCanUsePasskeys } from "./useCanUsePasskeys.ts";

type ChooseWayProps = {
  keeper: Keeper;
  /** What makes sense, easiest first. */
  kinds: NewWay["kind"][];
  isWorking: boolean;
  onChoose: (way: NewWay) => void;
};

/** Something at hand that opens the vault: what a browser can do by itself first, a passphrase where it cannot. */
export function ChooseWay({ keeper, kinds, isWorking, onChoose }: ChooseWayProps) {
  const canUsePasskeys = useCanUsePasskeys();
  const [wantsPassphrase, setWantsPassphrase] = useState(false);
  if (canUsePasskeys === undefined) return null;
  const hasPasskey = kinds.includes("passkey") && canUsePasskeys;
  const hasDevice = kinds.includes("device");
  const isPassphraseOpen = kinds.includes("passphrase") && (wantsPassphrase || !(hasPasskey || hasDevice));
  const { passkey, passkeyLead, noPasskeys, device, deviceLead, instead } = words.vault.second;
  return (
    <div className="flex flex-col gap-6">
      {kinds.includes("passkey") && !canUsePasskeys && <Notice>{noPasskeys}</Notice>}
      {hasPasskey && (
        <Way lead={passkeyLead}>
          <Button
            kind={isPassphraseOpen ? "plain" : "main"}
            className="w-full"
            isWorking={isWorking}
            onClick={() => onChoose({ kind: "passkey" })}
          >
            {passkey}
          </Button>
        </Way>
      )}
      {hasDevice && (
        <Way lead={deviceLead}>
          <Button className="w-full" isWorking={isWorking} onClick={() => onChoose({ kind: "device" })}>
            {device}
          </Button>
        </Way>
      )}
      {isPassphraseOpen && (
        <PassphraseChoice
          keeper={keeper}
          isWorking={isWorking}
          onChoose={(passphrase) => onChoose({ kind: "passphrase", passphrase })}
        />
      )}
      {kinds.includes("passphrase") && !isPassphraseOpen && (
        <Button kind="quiet" disabled={isWorking} onClick={() => setWantsPassphrase(true)}>
          {instead}
        </Button>
      )}
    </div>
  );
}

function Way({ lead, children }: { lead: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      {children}
      <p className="text-small text-quiet">{lead}</p>
    </div>
  );
}
