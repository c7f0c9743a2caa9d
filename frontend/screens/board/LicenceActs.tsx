import { useState } from "react";
import type { RegisterEntry } from "../../keeper/licensing/Licensing.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { boardWords as words } from "../../words/licensingWords.ts";
import { ReasonForm } from "./ReasonForm.tsx";
import type { Seat } from "./Seat.ts";
import { TermForm } from "./TermForm.tsx";
import { useDeciding } from "./useDeciding.ts";

type Act = "renew" | "suspend" | "reinstate" | "revoke";

/** What the register takes, by how the licence stands. */
const actsOf: Record<RegisterEntry["status"], Act[]> = {
  active: ["renew", "suspend", "revoke"],
  suspended: ["reinstate", "revoke"],
  revoked: [],
};

type LicenceActsProps = { entry: RegisterEntry; seat: Seat; onDone: () => void };

/** One act at a time: the button opens what it needs to know. */
export function LicenceActs(props: LicenceActsProps) {
  const [chosen, setChosen] = useState<Act>();
  const acts = actsOf[props.entry.status];
  return (
    <div className="flex flex-col gap-4 pt-5">
      <div className="flex flex-wrap gap-3 empty:hidden">
        {acts.map((act) => (
          <Button key={act} aria-expanded={act === chosen} onClick={() => setChosen(act === chosen ? undefined : act)}>
            {words[act].title}
          </Button>
        ))}
      </div>
      {chosen !== undefined && <OneAct key={chosen} {...props} act={chosen} />}
    </div>
  );
}

function OneAct({ entry, seat, act, onDone }: LicenceActsProps & { act: Act }) {
  const { holder, kind, validUntil: after } = entry;
  const says = words[act];
  const deciding = useDeciding(seat, ({ isTold }) => (isTold || !("doneUntold" in says) ? says.done : says.doneUntold));
  const { isPending: isWorking, error } = deciding;
  const action = seat.delay === 0 ? says.action : says.propose;
  const { working } = says;
  const onSuccess = onDone;
  if (act === "renew") {
    return (
      <TermForm
        {...{ after, action, working, isWorking, error }}
        onSubmit={({ validUntil }) => deciding.mutate({ act, holder, kind, validUntil }, { onSuccess })}
      />
    );
  }
  if (act === "reinstate") {
    return (
      <>
        <ErrorNotice error={error} />
        <Button
          kind="main"
          className="self-start"
          isWorking={isWorking}
          onClick={() => deciding.mutate({ act, holder, kind }, { onSuccess })}
        >
          {isWorking ? working : action}
        </Button>
      </>
    );
  }
  return (
    <ReasonForm
      label={words[act].label}
      hint={words.reasonHint}
      {...{ action, working, isWorking, error }}
      isGrave
      onSubmit={(reason) => deciding.mutate({ act, holder, kind, reason }, { onSuccess })}
    />
  );
}
