import { useState } from "react";
import type { Category } from "#core/records/categories.ts";
import type { DeskWish } from "../../../keeper/desk/AtDesk.ts";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { words } from "../../../words/words.ts";
import { CategoryChoice } from "../../patient/CategoryChoice.tsx";
import { RadioChoice } from "../../patient/RadioChoice.tsx";
import { type Period, endOf } from "../../patient/endOf.ts";

/** What most visits begin with. */
const usual: Category[] = ["summary", "encounters", "labs", "medications", "vitals"];

export function AskForm({ isAsking, onAsk }: { isAsking: boolean; onAsk: (wish: DeskWish) => void }) {
  const [categories, setCategories] = useState(usual);
  const [period, setPeriod] = useState<Period>("month");
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
