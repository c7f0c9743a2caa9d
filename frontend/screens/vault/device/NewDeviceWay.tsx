import { useMutation, useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper, NewWay } from "../../../keeper/Keeper.ts";
import { vaultQuery } from "../../../queries/vault.ts";
import { endSession, enter } from "../../../session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { StepHead } from "../../../ui/StepHead.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { words } from "../../../words/words.ts";
import { ChooseWay } from "../ChooseWay.tsx";
import { kindsToAdd } from "../kindsToAdd.ts";
import { KnownPassphrase } from "./KnownPassphrase.tsx";

/** Everything has arrived, and is kept on this device together with what unlocks it here. */
export function NewDeviceWay({ keeper, address }: { keeper: Keeper; address: Address }) {
  const { data: state, error } = useQuery(vaultQuery({ keeper, address }));
  const keeping = useMutation({
    async mutationFn(way: NewWay) {
      await keeper.addWay(way);
      await enter();
    },
  });
  const { title, lead, loading, working, stop } = words.newDevice.join.way;
  const hasPassphrase = state?.ways.some(({ kind }) => kind === "passphrase") ?? false;
  return (
    <>
      <StepHead title={title} lead={lead} />
      <div className="flex flex-col gap-6">
        <ErrorNotice error={error ?? keeping.error} />
        {state === undefined && error === null && <Waiting what={loading} />}
        {state !== undefined && (
          <ChooseWay
            keeper={keeper}
            kinds={kindsToAdd(state)}
            isWorking={keeping.isPending}
            onChoose={(way) => keeping.mutate(way)}
          />
        )}
        {keeping.isPending && <Waiting what={working} />}
        {hasPassphrase && <KnownPassphrase keeper={keeper} isDisabled={keeping.isPending} />}
        <div className="border-t border-line pt-4">
          <Button kind="quiet" disabled={keeping.isPending} onClick={endSession}>
            {stop}
          </Button>
        </div>
      </div>
    </>
  );
}
