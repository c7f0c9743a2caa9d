import { useId, useState } from "react";
import type { Address } from "viem";
import type { Clinician } from "../../keeper/Keeper.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";

type ClinicianChoiceProps = {
  clinicians: Clinician[] | undefined;
  error: Error | null;
  chosen: Address | undefined;
  onChoose: (clinician: Clinician) => void;
};

/** Somebody from the register, by the name that a board signed. */
export function ClinicianChoice({ clinicians, error, chosen, onChoose }: ClinicianChoiceProps) {
  const group = useId();
  const [search, setSearch] = useState("");
  const sought = search.toLowerCase();
  const found = clinicians?.filter(({ name, speciality }) => `${name} ${speciality}`.toLowerCase().includes(sought));
  return (
    <fieldset>
      <legend className="sr-only">{words.sharing.new.whoKinds.clinician}</legend>
      <Field
        label={words.sharing.new.find}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ErrorNotice error={error} />
      {clinicians === undefined && error === null && <Waiting what={words.sharing.new.who} />}
      {found?.length === 0 && <p className="pt-3 text-quiet">{words.sharing.new.nobody}</p>}
      <div className="flex max-h-80 flex-col gap-2 overflow-y-auto pt-3">
        {found?.map((clinician) => (
          <label
            key={`${clinician.address}/${clinician.kind}`}
            className="flex items-center gap-3 rounded-field border border-line px-4 py-3 has-checked:border-accent has-checked:bg-accent-well"
          >
            <input
              type="radio"
              name={group}
              className="size-5 accent-accent"
              disabled={!clinician.hasKey}
              checked={clinician.address === chosen}
              onChange={() => onChoose(clinician)}
            />
            <span className="min-w-0">
              <span className="block font-semibold">{clinician.name}</span>
              <span className="block text-small text-quiet">
                {[
                  words.sharing.kinds[clinician.kind],
                  clinician.speciality,
                  clinician.hasKey ? "" : words.sharing.new.notReady,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
