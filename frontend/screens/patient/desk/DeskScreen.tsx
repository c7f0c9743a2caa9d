import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { scannedOffer } from "../../../desk/scannedOffer.ts";
import { useMe } from "../../../session/useMe.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { Button } from "../../../ui/Button.tsx";
import { PageHead } from "../../../ui/PageHead.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { words } from "../../../words/words.ts";
import { DeskRefused } from "./DeskRefused.tsx";
import { DeskTerms } from "./DeskTerms.tsx";
import { DigitsForm } from "./DigitsForm.tsx";
import { OfferChoice } from "./OfferChoice.tsx";

/** A patient answers a code at the desk: who asks, six digits, then what is shared. */
export function DeskScreen() {
  const { keeper } = useMe();
  const [areRight, setRight] = useState(false);
  const answering = useMutation({
    mutationFn(text: string) {
      scannedOffer.set(undefined);
      return keeper.answerDesk(text);
    },
  });
  const again = () => {
    setRight(false);
    answering.reset();
  };
  const { title, lead, checking, again: againWord } = words.desk.answer;
  const { data } = answering;
  if (data?.refusal === undefined && data !== undefined && areRight) return <DeskTerms request={data} />;
  return (
    <>
      <PageHead title={title} lead={data === undefined ? lead : undefined} />
      <div className="flex max-w-2xl flex-col gap-4">
        {answering.isPending && <Waiting what={checking} />}
        {answering.isIdle && <OfferChoice onOffer={answering.mutate} />}
        {data?.refusal !== undefined && <DeskRefused name={data.name} />}
        {data !== undefined && data.refusal === undefined && (
          <DigitsForm request={data} onRight={() => setRight(true)} />
        )}
        <ErrorNotice error={answering.error} />
        {!answering.isIdle && !answering.isPending && (
          <Button className="self-start" onClick={again}>
            {againWord}
          </Button>
        )}
      </div>
    </>
  );
}
