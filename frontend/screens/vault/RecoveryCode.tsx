import type { Address } from "viem";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { StepHead } from "../../ui/StepHead.tsx";
import { words } from "../../words/words.ts";
import { CodePaper } from "./CodePaper.tsx";
import { groupsOf } from "./recoveryGroups.ts";

type RecoveryCodeProps = {
  code: string;
  address: Address;
  /** Whether the wallet itself follows from the code. */
  bringsWallet: boolean;
  /** What the code cannot do, where that is not what one would think. */
  note?: string | undefined;
  onDone: () => void;
};

/** The one time that the code is shown. */
export function RecoveryCode({ code, address, bringsWallet, note, onDone }: RecoveryCodeProps) {
  const { title, lead, madeHere, madeElsewhere, group, print, done } = words.vault.code;
  return (
    <>
      <div className="print:hidden">
        <StepHead title={title} lead={lead} />
        <ol className="grid grid-cols-2 gap-3 sm:grid-cols-3" translate="no">
          {groupsOf(code).map((symbols, place) => (
            <li key={place} className="rounded-field border border-line bg-well px-3 py-2 text-center">
              <span className="block text-small text-quiet">{group(place + 1)}</span>
              <span className="font-mono text-title tracking-widest">{symbols}</span>
            </li>
          ))}
        </ol>
        <div className="pt-5">
          <Notice>{note ?? (bringsWallet ? madeHere : madeElsewhere)}</Notice>
        </div>
        <div className="flex flex-wrap justify-end gap-3 pt-6">
          <Button onClick={() => globalThis.print()}>{print}</Button>
          <Button kind="main" onClick={onDone}>
            {done}
          </Button>
        </div>
      </div>
      <CodePaper code={code} address={address} bringsWallet={bringsWallet} />
    </>
  );
}
