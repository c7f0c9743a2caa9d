import { Button } from "../ui/Button.tsx";
import { Panel } from "../ui/Panel.tsx";
import { words } from "../words/words.ts";

type DraftOfferProps = { what: string; onGoOn: () => void; onThrowAway: () => void };

export function DraftOffer({ what, onGoOn, onThrowAway }: DraftOfferProps) {
  const { title, kept, goOn, throwAway } = words.drafts;
  return (
    <Panel className="max-w-3xl">
      <h2 className="text-title font-semibold">{title}</h2>
      <p className="pt-1">{what}</p>
      <p className="pt-2 pb-4 text-small text-quiet">{kept}</p>
      <div className="flex flex-wrap gap-3">
        <Button kind="main" onClick={onGoOn} autoFocus>
          {goOn}
        </Button>
        <Button onClick={onThrowAway}>{throwAway}</Button>
      </div>
    </Panel>
  );
}
