import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { NewWay } from "../../keeper/Keeper.ts";
import { sharesKey } from "../../queries/sharing.ts";
import { vaultKey } from "../../queries/vault.ts";
import { useMe } from "../../session/useMe.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { StepHead } from "../../ui/StepHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { ChooseWay } from "./ChooseWay.tsx";
import { ConfirmRemoval } from "./ConfirmRemoval.tsx";
import { NewCode } from "./NewCode.tsx";
import { OldCode } from "./OldCode.tsx";

type RenewWaysProps = { kind: string; onEnd: (isDone: boolean) => void };

/** Removing a way to unlock: what it means, the recovery code, one other way, and then all of it at once. */
export function RenewWays({ kind, onEnd }: RenewWaysProps) {
  const { keeper, address, isMadeHere } = useMe();
  const queryClient = useQueryClient();
  const [isConfirmed, setIsConfirmed] = useState(false);
  const [oldCode, setOldCode] = useState<string>();
  const [wantsNewCode, setWantsNewCode] = useState(!isMadeHere || kind === "recovery");
  const renewing = useMutation({
    mutationFn: (second: NewWay) => keeper.renewWays({ oldCode, second }),
    onSuccess: () => onEnd(true),
    onSettled: () => Promise.all([vaultKey, sharesKey].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
  const { remove } = words.vaultScreen;
  const { title, lead } = words.vault.second;
  const everyDay = (
    <>
      <StepHead title={title} lead={lead} />
      <div className="flex flex-col gap-4">
        <ErrorNotice error={renewing.error} />
        <ChooseWay
          keeper={keeper}
          kinds={isMadeHere ? ["passkey", "passphrase"] : ["passkey", "device", "passphrase"]}
          isWorking={renewing.isPending}
          onChoose={(way) => renewing.mutate(way)}
        />
        {renewing.isPending && <Waiting what={remove.working} />}
      </div>
    </>
  );
  return (
    <div className="mx-auto max-w-xl">
      {!isConfirmed && (
        <ConfirmRemoval kind={kind} onConfirm={() => setIsConfirmed(true)} onCancel={() => onEnd(false)} />
      )}
      {isConfirmed && wantsNewCode && (
        <NewCode
          keeper={keeper}
          address={address}
          bringsWallet={false}
          note={isMadeHere ? remove.code.newHere : undefined}
        >
          {everyDay}
        </NewCode>
      )}
      {isConfirmed && !wantsNewCode && oldCode === undefined && (
        <OldCode onCode={setOldCode} onLost={() => setWantsNewCode(true)} />
      )}
      {isConfirmed && !wantsNewCode && oldCode !== undefined && everyDay}
    </div>
  );
}
