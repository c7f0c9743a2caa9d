import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Address } from "viem";
import type { Workplace } from "../../keeper/batch/AddsInBatches.ts";
import { workplacesQuery } from "../../queries/staff.ts";
import { useMe } from "../../session/useMe.ts";
import { rememberName } from "../../transactions/names.ts";
import { ChoiceField } from "../../ui/ChoiceField.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { batchWords } from "../../words/batchWords.ts";
import { words } from "../../words/words.ts";
import { BatchAt } from "./BatchAt.tsx";

/** Many files for many charts, for the hospital that somebody is or works for. */
export function BatchScreen() {
  const me = useMe();
  const { data: places, error } = useQuery(workplacesQuery(me));
  const [chosen, setChosen] = useState<Address>();
  for (const { hospital, name } of places ?? []) if (name !== undefined) rememberName(hospital, name);
  const place = places?.find(({ hospital }) => hospital === chosen) ?? places?.[0];
  const { title, titleFor, lead, loading, noWork } = batchWords;
  return (
    <div className="mx-auto max-w-4xl">
      <PageHead title={place === undefined ? title : titleFor(nameOfPlace(place))} lead={lead} />
      <div className="flex flex-col gap-5">
        <ErrorNotice error={error} />
        {places === undefined && error === null && <Waiting what={loading} />}
        {places?.length === 0 && <Notice kind="careful">{noWork}</Notice>}
        {places !== undefined && places.length > 1 && (
          <ChoiceField
            label={batchWords.hospital}
            options={Object.fromEntries(places.map((it) => [it.hospital, nameOfPlace(it)]))}
            chosen={place!.hospital}
            onChoose={(hospital) => setChosen(hospital as Address)}
          />
        )}
        {place !== undefined && <BatchAt key={place.hospital} place={place} name={nameOfPlace(place)} />}
      </div>
    </div>
  );
}

function nameOfPlace({ name, hospital }: Workplace): string {
  return name ?? batchWords.unnamed(words.common.address(hospital));
}
