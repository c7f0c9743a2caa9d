import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { NewWay, VaultState } from "../../keeper/Keeper.ts";
import { vaultKey } from "../../queries/vault.ts";
import { settle } from "../../session/session.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { ChooseWay } from "./ChooseWay.tsx";
import { WayLine } from "./WayLine.tsx";
import { kindsToAdd } from "./kindsToAdd.ts";

type WaysPanelProps = { state: VaultState; onRemove: (kind: string) => void };

/** Everything that opens the vault, and one more. */
export function WaysPanel({ state, onRemove }: WaysPanelProps) {
  const { keeper, isBroughtBack } = useMe();
  const queryClient = useQueryClient();
  const [isAdding, setIsAdding] = useState(isBroughtBack);
  const adding = useMutation({
    mutationFn: (way: NewWay) => keeper.addWay(way),
    onSuccess() {
      setIsAdding(false);
      settle();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: vaultKey }),
  });
  const { title, add, adding: isWorking, added } = words.vaultScreen.ways;
  return (
    <TitledPanel title={title}>
      <ul>
        {state.ways.map((way) => (
          <WayLine key={way.salt} way={way} onRemove={() => onRemove(way.kind)} />
        ))}
      </ul>
      <div className="flex flex-col gap-4 pt-4">
        {adding.isSuccess && <Notice>{added}</Notice>}
        <ErrorNotice error={adding.error} />
        {isAdding ? (
          <ChooseWay
            keeper={keeper}
            kinds={kindsToAdd(state)}
            isWorking={adding.isPending}
            onChoose={(way) => adding.mutate(way)}
          />
        ) : (
          <Button
            className="self-start"
            onClick={() => {
              adding.reset();
              setIsAdding(true);
            }}
          >
            {add}
          </Button>
        )}
        {adding.isPending && <Waiting what={isWorking} />}
      </div>
    </TitledPanel>
  );
}
