import { useMutation } from "@tanstack/react-query";
import type { Address } from "viem";
import { deskLink, devicePath } from "../../../desk/deskLink.ts";
import type { JoinsAtDesk } from "../../../keeper/desk/AtDeviceDesk.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { StepHead } from "../../../ui/StepHead.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { words } from "../../../words/words.ts";
import { CodeOverPanel } from "../../desk/CodeOverPanel.tsx";
import { CodePanel } from "../../desk/CodePanel.tsx";
import { DigitsPanel } from "../../desk/DigitsPanel.tsx";
import { ArrivedPanel } from "./ArrivedPanel.tsx";
import { useJoining } from "./useJoining.ts";

type JoinDeviceProps = {
  desk: JoinsAtDesk;
  /** Whether this device knows whose vault it wants, since their wallet is here. */
  hasWallet: boolean;
  onArrived: (arrival: { address: Address }) => Promise<void>;
  onStop: () => void;
};

/** A device that wants in: a code, digits, and the question whether what has arrived is one's own. */
export function JoinDevice({ desk, hasWallet, onArrived, onStop }: JoinDeviceProps) {
  const { current, error, renew, end } = useJoining(desk);
  const taking = useMutation({ mutationFn: onArrived });
  const { title, lead, making, elsewhere, again, code, digits, refused } = words.newDevice.join;
  return (
    <>
      <StepHead title={title} lead={lead} />
      <div className="flex flex-col gap-4">
        <ErrorNotice error={error ?? taking.error} />
        {current.step === "beginning" && <Waiting what={making} />}
        {current.step === "shown" && (
          <CodePanel
            link={deskLink(devicePath, current.offer)}
            until={current.until}
            says={code}
            onOver={end}
            onStop={onStop}
          >
            {!hasWallet && <p className="border-t border-line pt-4 text-small text-quiet">{elsewhere}</p>}
          </CodePanel>
        )}
        {current.step === "answered" && <DigitsPanel {...current} says={digits} onRenew={renew} onStop={onStop} />}
        {current.step === "over" && <CodeOverPanel says={code} onRenew={renew} onStop={onStop} />}
        {current.step === "refused" && <CodeOverPanel says={refused} onRenew={renew} onStop={onStop} />}
        {current.step === "failed" && (
          <div className="flex flex-wrap gap-3">
            <Button kind="main" onClick={renew}>
              {again}
            </Button>
            <Button onClick={onStop}>{words.desk.code.stop}</Button>
          </div>
        )}
        {current.step === "arrived" && (
          <ArrivedPanel address={current.address} isWorking={taking.isPending} onYes={() => taking.mutate(current)} />
        )}
      </div>
    </>
  );
}
