import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { deskPath } from "../../../desk/deskLink.ts";
import { useMe } from "../../../session/useMe.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { Button } from "../../../ui/Button.tsx";
import { PageHead } from "../../../ui/PageHead.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { words } from "../../../words/words.ts";
import { DigitsForm } from "../../desk/DigitsForm.tsx";
import { OfferChoice } from "../../desk/OfferChoice.tsx";
import { DeskRefused } from "./DeskRefused.tsx";
import { DeskTerms } from "./DeskTerms.tsx";
import { WhoAsks } from "./WhoAsks.tsx";

/** A patient answers a code at the desk: who asks, six digits, then what is shared. */
export function DeskScreen() {
  const { keeper } = useMe();
  const [areRight, setRight] = useState(false);
  const answering = useMutation({
    mutationFn: (text: string) => keeper.answerDesk(text),
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
        {answering.isIdle && <OfferChoice path={deskPath} says={words.desk.answer} onOffer={answering.mutate} />}
        {data?.refusal !== undefined && <DeskRefused name={data.name} />}
        {data !== undefined && data.refusal === undefined && (
          <DigitsForm
            until={data.until}
            says={words.desk.type}
            onTry={(digits) => keeper.enterDigits(digits)}
            onRight={() => setRight(true)}
          >
            <WhoAsks request={data} />
          </DigitsForm>
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
