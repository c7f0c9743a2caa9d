import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Address } from "viem";
import type { Way } from "../../keeper/Keeper.ts";
import type { JoinsAtDesk } from "../../keeper/desk/AtDeviceDesk.ts";
import { endSession, joinHere, unlock } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { OneTapWay } from "./OneTapWay.tsx";
import { TypedWay } from "./TypedWay.tsx";
import { JoinDevice } from "./device/JoinDevice.tsx";
import { useCanUsePasskeys } from "./useCanUsePasskeys.ts";

type UnlockVaultProps = { ways: string[]; address: Address; keeper: JoinsAtDesk };

/** What the vault has and this device can do: the easiest stands ready, the others are one tap away. */
export function UnlockVault({ ways, address, keeper }: UnlockVaultProps) {
  const canUsePasskeys = useCanUsePasskeys();
  const [wanted, setWanted] = useState<string>();
  const [isJoining, setJoining] = useState(false);
  const opening = useMutation({ mutationFn: (way: Way) => unlock(way) });
  if (canUsePasskeys === undefined) return null;
  if (isJoining) return <JoinDevice desk={keeper} hasWallet onArrived={joinHere} onStop={() => setJoining(false)} />;
  const possible = ways.filter((kind) => kind !== "passkey" || canUsePasskeys);
  const chosen = possible.includes(wanted ?? "") ? wanted : possible[0];
  const { title, lead, as, use, noPasskeysHere, unlocking, instead, somebodyElse } = words.vault.locked;
  return (
    <>
      <PageHead title={title} lead={lead} />
      <p className="pb-4 text-quiet">{as(words.common.address(address))}</p>
      <div className="flex flex-col gap-4">
        {possible.length < ways.length && <Notice>{noPasskeysHere}</Notice>}
        <ErrorNotice error={opening.error} />
        {chosen === "device" || chosen === "passkey" ? (
          <OneTapWay kind={chosen} isWorking={opening.isPending} onUse={(way) => opening.mutate(way)} />
        ) : (
          <TypedWay
            key={chosen}
            isCode={chosen === "recovery"}
            isWorking={opening.isPending}
            onUse={(way) => opening.mutate(way)}
          />
        )}
        {opening.isPending && <Waiting what={unlocking} />}
        <nav aria-label={instead} className="flex flex-wrap gap-x-2 gap-y-1 border-t border-line pt-4">
          {possible
            .filter((kind) => kind !== chosen)
            .map((kind) => (
              <Button
                key={kind}
                kind="quiet"
                disabled={opening.isPending}
                onClick={() => {
                  setWanted(kind);
                  opening.reset();
                }}
              >
                {use[kind]}
              </Button>
            ))}
          <Button kind="quiet" disabled={opening.isPending} onClick={() => setJoining(true)}>
            {words.newDevice.join.actionLocked}
          </Button>
          <Button kind="quiet" onClick={endSession}>
            {somebodyElse}
          </Button>
        </nav>
      </div>
    </>
  );
}
