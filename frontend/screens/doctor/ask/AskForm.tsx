import { useState } from "react";
import type { Category } from "#core/records/categories.ts";
import { Drafted } from "../../../drafts/Drafted.tsx";
import { useKeptDraft } from "../../../drafts/useKeptDraft.ts";
import type { DeskWish } from "../../../keeper/desk/AtDesk.ts";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { words } from "../../../words/words.ts";
import { CategoryChoice } from "../../patient/CategoryChoice.tsx";
import { RadioChoice } from "../../patient/RadioChoice.tsx";
import { type Period, endOf } from "../../patient/endOf.ts";

/** What most visits begin with. */
const usual: Category[] = ["summary", "encounters", "labs", "medications", "vitals"];

type AskDraft = { categories: Category[]; period: Period };

const draftForm = "ask.1";

type AskFormProps = { isAsking: boolean; onAsk: (wish: DeskWish) => void };

export function AskForm(props: AskFormProps) {
  return (
    <Drafted<AskDraft> form={draftForm} tell={() => words.drafts.ask}>
      {(begun) => <AskFields {...props} first={begun?.content ?? { categories: usual, period: "month" }} />}
    </Drafted>
  );
}

function AskFields({ isAsking, onAsk, first }: AskFormProps & { first: AskDraft }) {
  const [categories, setCategories] = useState(first.categories);
  const [period, setPeriod] = useState(first.period);
  useKeptDraft({ form: draftForm, content: { categories, period }, isSent: isAsking });
  const { what, hint, until, submit, submitting } = words.desk.ask;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk({ categories, until: endOf(period) });
      }}
    >
      <Panel className="flex flex-col gap-6">
        <CategoryChoice legend={what} hint={hint} chosen={categories} onChoose={setCategories} />
        <RadioChoice legend={until} options={words.sharing.new.periods} chosen={period} onChoose={setPeriod} />
      </Panel>
      <Button kind="main" type="submit" disabled={categories.length === 0} isWorking={isAsking}>
        {isAsking ? submitting : submit}
      </Button>
    </form>
  );
}
