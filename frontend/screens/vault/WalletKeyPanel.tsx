import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { words } from "../../words/words.ts";

/** The private key of a wallet that was made here, for whoever wants to leave with it. */
export function WalletKeyPanel() {
  const { keeper } = useMe();
  const [isAsking, setIsAsking] = useState(false);
  const showing = useMutation({ mutationFn: () => keeper.walletKey(), gcTime: 0 });
  const { title, lead, show, warning, confirm, hide, label } = words.vaultScreen.key;
  const close = () => {
    setIsAsking(false);
    showing.reset();
  };
  return (
    <TitledPanel title={title} lead={lead}>
      <ErrorNotice error={showing.error} />
      {!isAsking && <Button onClick={() => setIsAsking(true)}>{show}</Button>}
      {isAsking && (
        <div className="flex flex-col gap-4">
          <Notice kind="careful">{warning}</Notice>
          {showing.data !== undefined && (
            <dl>
              <dt className="text-small text-quiet">{label}</dt>
              <dd translate="no" className="rounded-field bg-well p-3 font-mono text-small break-all select-all">
                {showing.data}
              </dd>
            </dl>
          )}
          <div className="flex flex-wrap gap-3">
            {showing.data === undefined && (
              <>
                <Button onClick={close}>{words.common.cancel}</Button>
                <Button kind="grave" isWorking={showing.isPending} onClick={() => showing.mutate()}>
                  {confirm}
                </Button>
              </>
            )}
            {showing.data !== undefined && <Button onClick={close}>{hide}</Button>}
          </div>
        </div>
      )}
    </TitledPanel>
  );
}
