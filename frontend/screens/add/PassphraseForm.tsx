import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { broughtWords } from "../../words/broughtWords.ts";

/** What an archive of a chart waits for. It is kept nowhere. */
export function PassphraseForm({ onPassphrase }: { onPassphrase: (passphrase: string) => void }) {
  const [passphrase, setPassphrase] = useState("");
  const { locked, passphrase: label, open } = broughtWords;
  return (
    <form
      className="flex flex-col gap-4 pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        onPassphrase(passphrase);
      }}
    >
      <p>{locked}</p>
      <Field
        label={label}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={passphrase}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      <Button type="submit" className="self-start">
        {open}
      </Button>
    </form>
  );
}
