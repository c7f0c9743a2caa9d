import { useMutation } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper, NewWay } from "../../keeper/Keeper.ts";
import { enter } from "../../session/session.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { StepHead } from "../../ui/StepHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { ChooseWay } from "./ChooseWay.tsx";
import { NewCode } from "./NewCode.tsx";

type CreateVaultProps = { keeper: Keeper; address: Address; isMadeHere: boolean };

/** The code on paper, then something for every day; nothing is sealed before both are there. */
export function CreateVault({ keeper, address, isMadeHere }: CreateVaultProps) {
  const making = useMutation({
    async mutationFn(second: NewWay) {
      await keeper.makeVault(second);
      // Whoever makes a wallet here comes for a chart. Where they put it off, the next screen offers it again.
      if (isMadeHere) await keeper.openChart().catch(() => {});
      await enter();
    },
  });
  const { title, lead, working } = words.vault.second;
  return (
    <NewCode keeper={keeper} address={address} bringsWallet={isMadeHere}>
      <StepHead title={title} lead={lead} />
      <div className="flex flex-col gap-4">
        <ErrorNotice error={making.error} />
        <ChooseWay
          keeper={keeper}
          kinds={["passkey", "passphrase"]}
          isWorking={making.isPending}
          onChoose={(way) => making.mutate(way)}
        />
        {making.isPending && <Waiting what={working} />}
      </div>
    </NewCode>
  );
}
