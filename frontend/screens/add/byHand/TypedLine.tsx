import type { ComponentProps } from "react";
import { Field } from "../../../ui/Field.tsx";

type TypedLineProps = Omit<ComponentProps<typeof Field>, "onChange"> & { onType: (text: string) => void };

/** A line in somebody's own words or numbers, which no browser fills in. */
export function TypedLine({ onType, ...props }: TypedLineProps) {
  return <Field {...props} autoComplete="off" onChange={({ target }) => onType(target.value)} />;
}
