import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { devicePath } from "../../../desk/deskLink.ts";
import { useMe } from "../../../session/useMe.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { PageHead } from "../../../ui/PageHead.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { words } from "../../../words/words.ts";
import { OfferChoice } from "../../desk/OfferChoice.tsx";
import { AdmitForm } from "./AdmitForm.tsx";
import { HandedOver } from "./HandedOver.tsx";

/** A new device of one's own is let in: its code, its digits, and then it has everything. */
export function AddDeviceScreen() {
  const { keeper, isMadeHere } = useMe();
  const [isDone, setDone] = useState(false);
  const answering = useMutation({ mutationFn: (text: string) => keeper.answerDevice(text) });
  const { add } = words.newDevice;
  const { data } = answering;
  const lead = isMadeHere ? add.lead : add.leadElsewhere;
  return (
    <div className="max-w-2xl">
      <PageHead title={add.title} lead={answering.isIdle ? lead : undefined} />
      <div className="flex flex-col gap-4">
        {answering.isPending && <Waiting what={add.checking} />}
        {answering.isIdle && <OfferChoice path={devicePath} says={add} onOffer={answering.mutate} />}
        {data !== undefined && !isDone && (
          <AdmitForm until={data.until} onDone={() => setDone(true)} onAgain={answering.reset} />
        )}
        {isDone && <HandedOver />}
        <ErrorNotice error={answering.error} />
        {answering.isError && (
          <Button className="self-start" onClick={() => answering.reset()}>
            {add.again}
          </Button>
        )}
      </div>
    </div>
  );
}
