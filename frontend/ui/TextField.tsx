import { type ComponentProps, useId } from "react";
import { inputLook } from "./Field.tsx";

type TextFieldProps = Omit<ComponentProps<"textarea">, "onChange"> & {
  label: string;
  hint?: string;
  onType: (text: string) => void;
};

/** Several lines in somebody's own words, which no browser fills in. It grows with them. */
export function TextField({ label, hint, onType, className = "", ...props }: TextFieldProps) {
  const id = useId();
  return (
    <div className={`flex flex-col gap-1.5 ${className}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        autoComplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...props}
        onChange={({ target }) => onType(target.value)}
        className={`${inputLook} field-sizing-content`}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-small text-quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
