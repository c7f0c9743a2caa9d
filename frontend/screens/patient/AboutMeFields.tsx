import { Field } from "../../ui/Field.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { words } from "../../words/words.ts";
import type { AboutMe } from "./useAboutMe.ts";

type AboutMeFieldsProps = { about: AboutMe; onChange: (about: AboutMe) => void };

/** By which a grantee knows whose chart it is. */
export function AboutMeFields({ about, onChange }: AboutMeFieldsProps) {
  const { name, aboutHint, birthDate } = words.sharing.new;
  return (
    <Panel className="grid gap-6 sm:grid-cols-2">
      <Field
        label={name}
        hint={aboutHint}
        autoComplete="name"
        required
        value={about.name}
        onChange={(event) => onChange({ ...about, name: event.target.value })}
      />
      <Field
        label={birthDate}
        type="date"
        autoComplete="bday"
        required
        value={about.birthDate}
        onChange={(event) => onChange({ ...about, birthDate: event.target.value })}
      />
    </Panel>
  );
}
