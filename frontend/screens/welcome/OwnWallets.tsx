import { useMutation } from "@tanstack/react-query";
import { useWorld } from "../../app/World.tsx";
import type { DeviceRecord } from "../../device/DeviceMemory.ts";
import type { OwnWallet } from "../../session/startKeeper.ts";
import { beginJoining, beginOwnSession } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { dayText } from "../../ui/dayText.ts";
import { words } from "../../words/words.ts";

type OwnWalletsProps = { here: DeviceRecord[]; isDisabled: boolean; onBringBack: () => void };

/** For the many who have no wallet: those that were made on this device, a new one, and one from a paper. */
export function OwnWallets({ here, isDisabled, onBringBack }: OwnWalletsProps) {
  const { configuration } = useWorld();
  const beginning = useMutation({ mutationFn: (wallet: OwnWallet) => beginOwnSession(configuration, wallet) });
  const joining = useMutation({ mutationFn: () => beginJoining(configuration) });
  const isWorking = beginning.isPending || joining.isPending;
  const isOff = isDisabled || isWorking;
  const { title, lead, create, bringBack, here: hereTitle, comeBack, used } = words.welcome.own;
  const hasSome = here.length > 0;
  return (
    <Panel aria-labelledby="own-wallets">
      <h2 id="own-wallets" className="text-title font-semibold">
        {hasSome ? hereTitle : title}
      </h2>
      {!hasSome && <p className="pt-1 text-quiet">{lead}</p>}
      <ul className="flex flex-col gap-2 pt-4 empty:hidden">
        {here.map(({ address, usedAt }) => (
          <li key={address}>
            <button
              type="button"
              disabled={isOff}
              onClick={() => beginning.mutate({ address })}
              className="flex w-full flex-col rounded-field border border-line px-4 py-3 text-left transition-colors hover:border-accent hover:bg-accent-well disabled:opacity-60"
            >
              <span className="font-semibold">{comeBack(words.common.address(address))}</span>
              <span className="text-small text-quiet">{used(dayText(usedAt))}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3 pt-4">
        <Button kind={hasSome ? "plain" : "main"} disabled={isOff} onClick={() => beginning.mutate("new")}>
          {create}
        </Button>
        <Button disabled={isOff} onClick={onBringBack}>
          {bringBack}
        </Button>
        <Button disabled={isOff} onClick={() => joining.mutate()}>
          {words.newDevice.join.action}
        </Button>
      </div>
      {isWorking && <Waiting what={words.welcome.opening} />}
      <ErrorNotice error={beginning.error ?? joining.error} />
    </Panel>
  );
}
