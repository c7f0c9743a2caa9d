import type { Address } from "viem";
import { Mark } from "../../../fhir/Mark.tsx";
import { useGlance } from "../../../glance/useGlance.ts";
import type { Timeline } from "../../../keeper/Keeper.ts";
import { words } from "../../../words/words.ts";

/** Of a chart with many, the rest is named by its number: the line must not fill the screen. */
const most = 4;

type AllergyLineProps = { subject: Address; records: Timeline["records"] };

/** What somebody must know before anything is given; no record of an allergy is no word that there is none. */
export function AllergyLine({ subject, records }: AllergyLineProps) {
  const { glance, isDone } = useGlance(subject, records);
  const { allergies: label, none, looking, more } = words.patients.header;
  const { allergies } = glance;
  if (allergies.length === 0) return <p className="text-small text-quiet">{isDone ? none : looking}</p>;
  return (
    <p className="text-small">
      <span className="font-semibold">{label}</span>{" "}
      {allergies.slice(0, most).map(({ name, record }) => (
        <span key={`${record} ${name}`}>
          <Mark>{name}</Mark>{" "}
        </span>
      ))}
      {allergies.length > most && more(allergies.length - most)}
    </p>
  );
}
