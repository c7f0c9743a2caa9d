import { useState } from "react";
import { isAddress } from "viem";
import type { Clinician } from "../../keeper/Keeper.ts";
import { Field } from "../../ui/Field.tsx";
import { words } from "../../words/words.ts";
import { ClinicianChoice } from "./ClinicianChoice.tsx";
import type { Grantee } from "./Grantee.ts";
import { RadioChoice } from "./RadioChoice.tsx";

type GranteeChoiceProps = {
  clinicians: Clinician[] | undefined;
  error: Error | null;
  chosen: Grantee | undefined;
  onChoose: (grantee: Grantee | undefined) => void;
};

/** Somebody from the register, or somebody close, who has told their address. */
export function GranteeChoice({ clinicians, error, chosen, onChoose }: GranteeChoiceProps) {
  const [kind, setKind] = useState<"clinician" | "relative">(chosen?.isRelative === true ? "relative" : "clinician");
  return (
    <div className="flex flex-col gap-4">
      <RadioChoice
        legend={words.sharing.new.who}
        options={words.sharing.new.whoKinds}
        chosen={kind}
        onChoose={(next) => {
          setKind(next);
          onChoose(undefined);
        }}
      />
      {kind === "clinician" ? (
        <ClinicianChoice
          clinicians={clinicians}
          error={error}
          chosen={chosen?.address}
          onChoose={({ address, name }) => onChoose({ address, name, isRelative: false })}
        />
      ) : (
        <RelativeFields first={chosen} onChoose={onChoose} />
      )}
    </div>
  );
}

type RelativeFieldsProps = { first: Grantee | undefined; onChoose: (grantee: Grantee | undefined) => void };

function RelativeFields({ first, onChoose }: RelativeFieldsProps) {
  const [name, setName] = useState(first?.name ?? "");
  const [address, setAddress] = useState<string>(first?.address ?? "");
  const typed = (next: { name: string; address: string }) => {
    setName(next.name);
    setAddress(next.address);
    const isWhole = isAddress(next.address.trim()) && next.name.trim() !== "";
    const whole = { address: next.address.trim() as Grantee["address"], name: next.name.trim(), isRelative: true };
    onChoose(isWhole ? whole : undefined);
  };
  const isWrong = address !== "" && !isAddress(address.trim());
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label={words.sharing.new.relativeName}
        required
        value={name}
        onChange={(event) => typed({ name: event.target.value, address })}
      />
      <Field
        label={words.sharing.new.relativeAddress}
        hint={isWrong ? words.sharing.new.addressWrong : words.sharing.new.relativeHint}
        aria-invalid={isWrong}
        required
        spellCheck={false}
        value={address}
        onChange={(event) => typed({ name, address: event.target.value })}
      />
    </div>
  );
}
