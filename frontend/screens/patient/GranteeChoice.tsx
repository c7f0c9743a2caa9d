import { isAddress } from "viem";
import type { Clinician } from "../../keeper/Keeper.ts";
import { Field } from "../../ui/Field.tsx";
import { words } from "../../words/words.ts";
import { ClinicianChoice } from "./ClinicianChoice.tsx";
import { RadioChoice } from "./RadioChoice.tsx";
import { type Whom, granteeOf, nobody } from "./Whom.ts";

type GranteeChoiceProps = {
  clinicians: Clinician[] | undefined;
  error: Error | null;
  whom: Whom;
  onChange: (whom: Whom) => void;
};

/** Somebody from the register, or somebody close, who has told their address. */
export function GranteeChoice({ clinicians, error, whom, onChange }: GranteeChoiceProps) {
  return (
    <div className="flex flex-col gap-4">
      <RadioChoice
        legend={words.sharing.new.who}
        options={words.sharing.new.whoKinds}
        chosen={whom.kind}
        onChoose={(kind) => onChange({ ...nobody, kind })}
      />
      {whom.kind === "clinician" ? (
        <ClinicianChoice
          clinicians={clinicians}
          error={error}
          chosen={granteeOf(whom)?.address}
          onChoose={({ address, name }) => onChange({ kind: "clinician", name, address })}
        />
      ) : (
        <RelativeFields whom={whom} onChange={onChange} />
      )}
    </div>
  );
}

function RelativeFields({ whom, onChange }: Pick<GranteeChoiceProps, "whom" | "onChange">) {
  const { name, address } = whom;
  const isWrong = address !== "" && !isAddress(address.trim());
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label={words.sharing.new.relativeName}
        required
        value={name}
        onChange={(event) => onChange({ ...whom, name: event.target.value })}
      />
      <Field
        label={words.sharing.new.relativeAddress}
        hint={isWrong ? words.sharing.new.addressWrong : words.sharing.new.relativeHint}
        aria-invalid={isWrong}
        required
        spellCheck={false}
        value={address}
        onChange={(event) => onChange({ ...whom, address: event.target.value })}
      />
    </div>
  );
}
