import { useId } from "react";
import { inputLook } from "./Field.tsx";

type ChoiceFieldProps<Name extends string> = {
  label: string;
  options: Record<Name, string>;
  chosen: Name;
  onChoose: (name: Name) => void;
  autoFocus?: boolean;
};

/** One of several, in a list that opens. */
export function ChoiceField<Name extends string>(props: ChoiceFieldProps<Name>) {
  const { label, options, chosen, onChoose, autoFocus = false } = props;
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <select
        id={id}
        autoFocus={autoFocus}
        className={inputLook}
        value={chosen}
        onChange={({ target }) => onChoose(target.value as Name)}
      >
        {Object.entries<string>(options).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
