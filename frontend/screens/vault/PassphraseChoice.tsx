import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Keeper } from "../../keeper/Keeper.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { words } from "../../words/words.ts";

type PassphraseChoiceProps = {
  keeper: Keeper;
  isWorking: boolean;
  onChoose: (passphrase: string) => void;
  /** What the button says that takes it. */
  take?: string;
};

/** Six words that were drawn, to be taken or replaced. */
export function PassphraseChoice({
  keeper,
  isWorking,
  onChoose,
  take = words.vault.second.take,
}: PassphraseChoiceProps) {
  const offer = useQuery({ queryKey: ["offered-passphrase"], queryFn: () => keeper.offerPassphrase(), gcTime: 0 });
  const [typed, setTyped] = useState<string>();
  const passphrase = typed ?? offer.data ?? "";
  const { passphrase: label, passphraseHint, other } = words.vault.second;
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(passphrase);
      }}
    >
      <p translate="no" className="rounded-field bg-well px-4 py-3 text-lead select-all">
        {offer.data}
      </p>
      <Field
        label={label}
        hint={passphraseHint}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={passphrase}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="flex flex-wrap justify-end gap-3">
        <Button
          kind="quiet"
          disabled={isWorking}
          onClick={() => {
            setTyped(undefined);
            void offer.refetch();
          }}
        >
          {other}
        </Button>
        <Button kind="main" type="submit" isWorking={isWorking}>
          {take}
        </Button>
      </div>
    </form>
  );
}
