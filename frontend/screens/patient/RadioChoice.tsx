import { useId } from "react";

type RadioChoiceProps<Name extends string> = {
  legend: string;
  options: Record<Name, string>;
  chosen: Name;
  onChoose: (name: Name) => void;
};

/** One of a few. */
export function RadioChoice<Name extends string>({ legend, options, chosen, onChoose }: RadioChoiceProps<Name>) {
  const group = useId();
  return (
    <fieldset>
      <legend className="pb-1 font-semibold">{legend}</legend>
      {Object.entries<string>(options).map(([name, text]) => (
        <label key={name} className="flex min-h-10 items-center gap-3">
          <input
            type="radio"
            name={group}
            className="size-5 shrink-0 accent-accent"
            checked={name === chosen}
            onChange={() => onChoose(name as Name)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
