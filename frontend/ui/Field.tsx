import { type ComponentProps, useId } from "react";

type FieldProps = ComponentProps<"input"> & { label: string; hint?: string };

export const inputLook =
  "w-full min-h-11 rounded-field border border-line bg-surface px-3 py-2 text-body text-ink placeholder:text-quiet";

/** A labelled line to type in. */
export function Field({ label, hint, className = "", ...props }: FieldProps) {
  const id = useId();
  return (
    <div className={`flex flex-col gap-1.5 ${className}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...props}
        className={inputLook}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-small text-quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
