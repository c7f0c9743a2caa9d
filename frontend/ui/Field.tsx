import { type ComponentProps, useId } from "react";

type FieldProps = ComponentProps<"input"> & {
  label: string;
  hint?: string;
  /** What is wrong with what stands in it. */
  fault?: string | undefined;
};

export const inputLook =
  "w-full min-h-11 rounded-field border border-line bg-surface px-3 py-2 text-body text-ink placeholder:text-quiet aria-invalid:border-clay";

/** What is wrong in a field, right below it. */
export function Fault({ id, children }: { id: string; children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <p id={id} className="text-small font-medium text-clay">
      {children}
    </p>
  );
}

/** A labelled line to type in. */
export function Field({ label, hint, fault, className = "", ...props }: FieldProps) {
  const id = useId();
  const described = [fault === undefined ? [] : `${id}-fault`, hint === undefined ? [] : `${id}-hint`].flat();
  const describedBy = described.length === 0 ? undefined : described.join(" ");
  return (
    <div className={`flex flex-col gap-1.5 ${className}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={describedBy}
        aria-invalid={fault !== undefined || undefined}
        {...props}
        className={inputLook}
      />
      <Fault id={`${id}-fault`}>{fault}</Fault>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-small text-quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
