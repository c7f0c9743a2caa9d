import { Button } from "../../ui/Button.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { words } from "../../words/words.ts";

/** The one time that the code is shown. */
export function RecoveryCode({ code, onDone }: { code: string; onDone: () => void }) {
  const { title, lead, print, done } = words.vault.code;
  return (
    <>
      <PageHead title={title} lead={lead} />
      <p className="rounded-panel border border-line bg-well p-5 text-center font-mono text-lead tracking-wider select-all">
        {code}
      </p>
      <div className="flex flex-wrap justify-end gap-3 pt-6 print:hidden">
        <Button onClick={() => globalThis.print()}>{print}</Button>
        <Button kind="main" onClick={onDone}>
          {done}
        </Button>
      </div>
    </>
  );
}
