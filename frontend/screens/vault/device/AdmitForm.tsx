import { useMutation } from "@tanstack/react-query";
import { useMe } from "../../../session/useMe.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { words } from "../../../words/words.ts";
import { DigitsForm } from "../../desk/DigitsForm.tsx";

/** What letting a device in means, the digits that do it, and a way to say no. */
export function AdmitForm({ until, onDone }: { until: number; onDone: () => void }) {
  const { keeper, isMadeHere } = useMe();
  const refusing = useMutation({ mutationFn: () => keeper.refuseDevice() });
  const { asks, meaning, meaningElsewhere, no, refused, type } = words.newDevice.add;
  if (refusing.isSuccess) return <Notice>{refused}</Notice>;
  return (
    <>
      <DigitsForm until={until} says={type} onTry={(digits) => keeper.admitDevice(digits)} onRight={onDone}>
        <div role="status">
          <h2 className="text-title font-semibold">{asks}</h2>
          <p className="pt-2">{isMadeHere ? meaning : meaningElsewhere}</p>
        </div>
      </DigitsForm>
      <ErrorNotice error={refusing.error} />
      <Button className="self-start" isWorking={refusing.isPending} onClick={() => refusing.mutate()}>
        {no}
      </Button>
    </>
  );
}
