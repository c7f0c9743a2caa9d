import type { VaultState } from "../../keeper/Keeper.ts";
import { Button } from "../../ui/Button.tsx";
import { dayText } from "../../ui/dayText.ts";
import { words } from "../../words/words.ts";

type WayLineProps = { way: VaultState["ways"][number]; onRemove: () => void };

/** One way to unlock, and where it came from as far as this device knows. */
export function WayLine({ way: { kind, addedHereAt }, onRemove }: WayLineProps) {
  const { here, elsewhere, unknown, always, remove, removeNamed, replace, replaceNamed } = words.vaultScreen.ways;
  const name = words.vault.ways[kind] ?? unknown;
  // A vault is never without a recovery code.
  const isRecovery = kind === "recovery";
  const origin = addedHereAt === undefined ? elsewhere : here(dayText(addedHereAt));
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="min-w-0">
        <p className="font-semibold">{name}</p>
        <p className="text-small text-quiet">
          {origin} {isRecovery && always}
        </p>
      </div>
      <Button onClick={onRemove} aria-label={isRecovery ? replaceNamed(name) : removeNamed(name)}>
        {isRecovery ? replace : remove}
      </Button>
    </li>
  );
}
