import type { ComponentProps } from "react";
import { words } from "../words/words.ts";
import { Field } from "./Field.tsx";

type CodeFieldProps = Omit<ComponentProps<typeof Field>, "hint" | "onChange"> & { onChange: (code: string) => void };

/** Where a recovery code is typed off its paper. */
export function CodeField({ onChange, ...props }: CodeFieldProps) {
  return (
    <Field
      {...props}
      hint={words.vault.locked.recoveryHint}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      required
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
