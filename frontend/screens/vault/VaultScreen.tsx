import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { vaultQuery } from "../../queries/vault.ts";
import { useMe } from "../../session/useMe.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { LateKeys } from "../patient/LateKeys.tsx";
import { DevicePanel } from "./DevicePanel.tsx";
import { LicenceLink } from "./LicenceLink.tsx";
import { LockPanel } from "./LockPanel.tsx";
import { RenewWays } from "./RenewWays.tsx";
import { RenewalWaiting } from "./RenewalWaiting.tsx";
import { TakeOffPanel } from "./TakeOffPanel.tsx";
import { TestCodePanel } from "./TestCodePanel.tsx";
import { WalletKeyPanel } from "./WalletKeyPanel.tsx";
import { WaysPanel } from "./WaysPanel.tsx";

/** What opens the vault, and what can be done about it. */
export function VaultScreen() {
  const me = useMe();
  const { data: state, error } = useQuery(vaultQuery(me));
  const [removing, setRemoving] = useState<string>();
  const [isRenewed, setIsRenewed] = useState(false);
  const { title, lead, loading, broughtBack, remove } = words.vaultScreen;
  if (removing !== undefined) {
    return (
      <RenewWays
        kind={removing}
        onEnd={(isDone) => {
          setIsRenewed(isDone);
          setRemoving(undefined);
        }}
      />
    );
  }
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={title} lead={lead} />
      <div className="flex flex-col gap-5">
        {me.isBroughtBack && <Notice>{broughtBack}</Notice>}
        {isRenewed && <Notice>{remove.done}</Notice>}
        {me.standing.hasChart && <LateKeys />}
        <ErrorNotice error={error} />
        {state === undefined && error === null && <Waiting what={loading} />}
        {state?.isRenewalWaiting && <RenewalWaiting />}
        {state !== undefined && (
          <>
            <WaysPanel state={state} onRemove={setRemoving} />
            <DevicePanel isMadeHere={state.isWalletMadeHere} />
            <TestCodePanel isMadeHere={state.isWalletMadeHere} />
            <LockPanel />
            <LicenceLink />
            {state.isWalletMadeHere && (
              <>
                <WalletKeyPanel />
                <TakeOffPanel />
              </>
            )}
          </>
        )}
      </div>
    </div>
  );
}
