import { words } from "../words/words.ts";
import { Button } from "../ui/Button.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { type Prompt, prompt } from "./promptStore.ts";

/** The card before a wallet's question, wherever one is in the app. */
export function PromptCard() {
  const current = prompt.use();
  return current === undefined ? null : <ShownCard prompt={current} />;
}

function ShownCard({ prompt: { card, isWithWallet, confirm, decline } }: { prompt: Prompt }) {
  const { title, sentences, action, fields, isGrave = false, isPaid = false } = card;
  return (
    <Sheet label={title} onClose={decline}>
      <h2 className="text-title font-semibold">{title}</h2>
      <ul className="flex flex-col gap-2 pt-3">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {!isPaid && <p className="pt-3 text-small text-quiet">{words.transactions.free}</p>}
      <details className="pt-3">
        <summary className="text-small font-semibold text-accent">{words.transactions.fields}</summary>
        <dl className="grid gap-x-4 gap-y-1 pt-2 text-small sm:grid-cols-[auto_1fr]">
          {fields.map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-quiet">{name}</dt>
              <dd className="pb-2 break-all sm:pb-0">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      {isWithWallet ? (
        <Waiting what={words.transactions.withWallet} />
      ) : (
        <div className="flex flex-wrap justify-end gap-3 pt-6">
          <Button onClick={decline}>{words.transactions.decline}</Button>
          <Button kind={isGrave ? "grave" : "main"} onClick={confirm}>
            {action}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
