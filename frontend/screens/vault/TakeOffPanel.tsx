import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useWorld } from "../../app/World.tsx";
import { createDeviceMemory } from "../../device/createDeviceMemory.ts";
import { endSession } from "../../session/session.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { words } from "../../words/words.ts";

/** Takes a wallet that was made with Ownchart off this device. */
export function TakeOffPanel() {
  const { address } = useMe();
  const { deployment } = useWorld().configuration;
  const [isAsking, setIsAsking] = useState(false);
  const takingOff = useMutation({
    async mutationFn() {
      await createDeviceMemory(deployment).forget(address);
      endSession();
    },
  });
  const { title, lead, action, warning, confirm } = words.vaultScreen.forget;
  return (
    <TitledPanel title={title} lead={lead}>
      <ErrorNotice error={takingOff.error} />
      {!isAsking && <Button onClick={() => setIsAsking(true)}>{action}</Button>}
      {isAsking && (
        <div className="flex flex-col gap-4">
          <Notice kind="careful">{warning}</Notice>
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => setIsAsking(false)}>{words.common.cancel}</Button>
            <Button kind="grave" isWorking={takingOff.isPending} onClick={() => takingOff.mutate()}>
              {confirm}
            </Button>
          </div>
        </div>
      )}
    </TitledPanel>
  );
}
