import { useContext, useDeferredValue, useMemo } from "react";
import type { Address } from "viem";
import { ReaderContext } from "../fhir/ReaderContext.ts";
import type { Timeline } from "../keeper/Keeper.ts";
import { useLookThrough } from "../results/useLookThrough.ts";
import { atAGlance } from "./atAGlance.ts";
import { itemsOf } from "./itemsOf.ts";

/** What holds now in a chart, as far as it was looked through. */
export function useGlance(subject: Address, records: Timeline["records"]) {
  const reader = useContext(ReaderContext);
  const { looked, lookThrough } = useLookThrough(subject, records);
  const calm = useDeferredValue(looked);
  const glance = useMemo(() => {
    const found = records.flatMap((record) => {
      const text = calm.glances.get(record.capsuleHash);
      return text === undefined ? [] : itemsOf({ text, record, reader });
    });
    return atAGlance(found);
  }, [records, calm, reader]);
  return { glance, isDone: calm.done === calm.total, looked, lookThrough };
}
