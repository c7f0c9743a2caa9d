import type { SamplePerson } from "../../configuration/Configuration.ts";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { words } from "../../words/words.ts";

type SamplePeopleProps = {
  people: readonly SamplePerson[];
  isDisabled: boolean;
  onChoose: (person: SamplePerson) => void;
};

/** People whom a newcomer can be for a while. */
export function SamplePeople({ people, isDisabled, onChoose }: SamplePeopleProps) {
  const patients = people.filter(({ role }) => role === "patient");
  const clinicians = people.filter(({ role }) => ["physician", "hospital", "staff"].includes(role));
  const board = people.filter(({ role }) => role === "applicant" || role === "board");
  const { title, lead, patients: patientsTitle, clinicians: cliniciansTitle, board: boardTitle } = words.welcome.sample;
  return (
    <TitledPanel title={title} lead={lead}>
      <div className="grid gap-6 md:grid-cols-2">
        <Group title={patientsTitle} people={patients} isDisabled={isDisabled} onChoose={onChoose} />
        <div className="flex flex-col gap-6">
          <Group title={cliniciansTitle} people={clinicians} isDisabled={isDisabled} onChoose={onChoose} />
          <Group title={boardTitle} people={board} isDisabled={isDisabled} onChoose={onChoose} />
        </div>
      </div>
    </TitledPanel>
  );
}

function Group({ title, people, isDisabled, onChoose }: SamplePeopleProps & { title: string }) {
  return (
    <div>
      <h3 className="pb-2 font-sans text-small font-semibold text-quiet">{title}</h3>
      <ul className="flex flex-col gap-2">
        {people.map((person) => (
          <li key={person.name}>
            <button
              type="button"
              disabled={isDisabled}
              onClick={() => onChoose(person)}
              className="flex w-full flex-col rounded-field border border-line px-4 py-3 text-left transition-colors hover:border-accent hover:bg-accent-well disabled:opacity-60"
            >
              <span className="sr-only">{words.welcome.sample.enter}</span>
              <span className="font-semibold">{person.name}</span>
              <span className="text-small text-quiet">{person.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
