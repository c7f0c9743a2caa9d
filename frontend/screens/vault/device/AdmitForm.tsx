import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../../session/useMe.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useSecondsUntil } from "../../../ui/useSecondsUntil.ts";
import { words } from "../../../words/words.ts";
import { DigitsForm } from "../../desk/DigitsForm.tsx";

type AdmitFormProps = { until: number; onDone: () => void; onAgain: () => void };

/** What letting a device in means, the digits that do it, and a way to say no. */
export function AdmitForm({ until, onDone, onAgain }: AdmitFormProps) {
  const { keeper, isMadeHere } = useMe();
  const [triesLeft, setTriesLeft] = useState<number>();
  const refusing = useMutation({ mutationFn: () => keeper.refuseDevice() });
  const isOver = useSecondsUntil(until) === 0 || triesLeft === 0 || refusing.isSuccess;
  const onTry = async (digits: string) => {
    const tried = await keeper.admitDevice(digits);
    if (!tried.areRight) setTriesLeft(tried.triesLeft);
    return tried;
  };
  const { asks, meaning, meaningElsewhere, no, refused, again, type } = words.newDevice.add;
  return (
    <>
      {refusing.isSuccess ? (
        <Notice>{refused}</Notice>
      ) : (
        <DigitsForm until={until} says={type} onTry={onTry} onRight={onDone}>
          <div role="status">
            <h2 className="text-title font-semibold">{asks}</h2>
            <p className="pt-2">{isMadeHere ? meaning : meaningElsewhere}</p>
          </div>
        </DigitsForm>
      )}
      <ErrorNotice error={refusing.error} />
      {isOver ? (
        <Button className="self-start" onClick={onAgain}>
          {again}
        </Button>
      ) : (
        <Button className="self-start" isWorking={refusing.isPending} onClick={() => refusing.mutate()}>
          {no}
        </Button>
      )}
    </>
  );
}
