import type { Address } from "viem";
import { dayText } from "../../ui/dayText.ts";
import { words } from "../../words/words.ts";
import { groupsOf } from "./recoveryGroups.ts";

type CodePaperProps = { code: string; address: Address; bringsWallet: boolean };

/** The code as it is printed: black on white, and what to do with it years later. */
export function CodePaper({ code, address, bringsWallet }: CodePaperProps) {
  const { title, wallet, madeOn, how, howElsewhere } = words.vault.code.paper;
  return (
    <section className="hidden bg-[white] text-[black] print:block">
      <h1 className="pb-6 text-page">{title}</h1>
      <p className="font-mono text-title tracking-wider">{groupsOf(code).join("  ")}</p>
      <p className="py-6">{bringsWallet ? how : howElsewhere}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-small">
        <dt>{wallet}</dt>
        <dd className="font-mono">{address}</dd>
        <dt>{madeOn}</dt>
        <dd>{dayText(Date.now() / 1000)}</dd>
      </dl>
    </section>
  );
}
