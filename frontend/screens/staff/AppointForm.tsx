import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Address, isAddress, isAddressEqual } from "viem";
import { canReceiveKeysQuery, staffKey } from "../../queries/staff.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { rememberName } from "../../transactions/names.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { staffWords } from "../../words/staffWords.ts";
import { RadioChoice } from "../patient/RadioChoice.tsx";

const days = { month: 30, quarter: 91, year: 365 };

/** Lets somebody add for the hospital. Who could not be sent keys is not appointed: it would help nobody. */
export function AppointForm() {
  const me = useMe();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [typed, setTyped] = useState("");
  const [period, setPeriod] = useState<keyof typeof days>("quarter");
  const text = typed.trim();
  const address = isAddress(text) ? (text as Address) : undefined;
  const isOwn = address !== undefined && isAddressEqual(address, me.address);
  const { data: canReceive, error } = useQuery(canReceiveKeysQuery(me, isOwn ? undefined : address));
  const appointing = useMutation({
    async mutationFn(staff: Address) {
      rememberName(staff, name.trim());
      const validUntil = Math.floor(Date.now() / 1000) + days[period] * 86_400;
      await me.keeper.appointStaff({ address: staff, name: name.trim(), validUntil });
    },
    onSuccess() {
      announce(staffWords.appoint.done(name.trim()));
      setName("");
      setTyped("");
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: staffKey }),
  });
  const { appoint } = staffWords;
  const isWrong = text !== "" && (address === undefined || isOwn);
  const canAppoint = address !== undefined && !isOwn && canReceive === true && name.trim() !== "";
  const addressHint = isOwn ? appoint.own : isWrong ? appoint.addressWrong : appoint.addressHint;
  return (
    <TitledPanel title={appoint.title}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (canAppoint) appointing.mutate(address);
        }}
      >
        <Field
          label={appoint.name}
          hint={appoint.nameHint}
          required
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Field
          label={appoint.address}
          hint={addressHint}
          aria-invalid={isWrong}
          required
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {address !== undefined && !isOwn && canReceive === undefined && error === null && (
          <Waiting what={appoint.asking} />
        )}
        {canReceive === false && <Notice kind="careful">{appoint.cannotReceive}</Notice>}
        <RadioChoice legend={appoint.until} options={appoint.periods} chosen={period} onChoose={setPeriod} />
        <ErrorNotice error={error ?? appointing.error} />
        <Button
          kind="main"
          type="submit"
          className="self-start"
          disabled={!canAppoint}
          isWorking={appointing.isPending}
        >
          {appointing.isPending ? appoint.submitting : appoint.submit}
        </Button>
      </form>
    </TitledPanel>
  );
}
