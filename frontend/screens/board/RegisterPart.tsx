import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RegisterEntry } from "../../keeper/licensing/Licensing.ts";
import { boardRegisterQuery } from "../../queries/licensing.ts";
import { useMe } from "../../session/useMe.ts";
import { rememberName } from "../../transactions/names.ts";
import { ChoiceField } from "../../ui/ChoiceField.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { boardWords, licensingWords } from "../../words/licensingWords.ts";
import { LicenceSheet } from "./LicenceSheet.tsx";
import { RegisterList } from "./RegisterList.tsx";
import type { Seat } from "./Seat.ts";
import { type RegisterFilter, matchesFilter } from "./registerState.ts";

const everything: RegisterFilter = { text: "", kind: "", state: "" };
const keyOf = ({ holder, kind }: RegisterEntry) => `${holder}/${kind}`;

/** Every licence that this board has given. */
export function RegisterPart(seat: Seat) {
  const { data, error } = useQuery(boardRegisterQuery(useMe(), seat.jurisdiction));
  const [filter, setFilter] = useState(everything);
  const [opened, setOpened] = useState<string>();
  const says = boardWords.list;
  if (data === undefined) return error === null ? <Waiting what={says.loading} /> : <ErrorNotice error={error} />;
  for (const { holder, name } of data) if (name !== undefined) rememberName(holder, name);
  if (data.length === 0) return <p className="text-quiet">{says.none}</p>;
  const found = data.filter((entry) => matchesFilter(entry, filter));
  const entry = data.find((it) => keyOf(it) === opened);
  return (
    <>
      <FilterFields filter={filter} onChange={setFilter} />
      <p role="status" className="py-3 text-small text-quiet">
        {found.length === 0 ? says.noneFound : says.count(found.length)}
      </p>
      <RegisterList entries={found} onOpen={(it) => setOpened(keyOf(it))} />
      {entry !== undefined && <LicenceSheet entry={entry} seat={seat} onClose={() => setOpened(undefined)} />}
    </>
  );
}

type FilterFieldsProps = { filter: RegisterFilter; onChange: (filter: RegisterFilter) => void };

function FilterFields({ filter, onChange }: FilterFieldsProps) {
  const { find, kind, allKinds, state, allStates } = boardWords.list;
  const { kinds, statuses, ended } = licensingWords;
  return (
    <div className="grid gap-4 sm:grid-cols-[1fr_12rem_12rem]">
      <Field
        label={find}
        type="search"
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
      <ChoiceField
        label={kind}
        options={{ "": allKinds, ...kinds } as Record<string, string>}
        chosen={filter.kind}
        onChoose={(it) => onChange({ ...filter, kind: it })}
      />
      <ChoiceField
        label={state}
        options={{ "": allStates, ...statuses, ended } as Record<string, string>}
        chosen={filter.state}
        onChoose={(it) => onChange({ ...filter, state: it })}
      />
    </div>
  );
}
