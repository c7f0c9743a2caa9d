import type { DeskRequest } from "../../../keeper/desk/AtDesk.ts";
import { dayText } from "../../../ui/dayText.ts";
import { words } from "../../../words/words.ts";

export function WhoAsks({ request }: { request: DeskRequest }) {
  const { name, kind, speciality, categories, accessUntil } = request;
  const { asks, licensed, verified, parts, until } = words.desk.who;
  const named = categories.map((category) => words.categories[category]).join(", ");
  return (
    <div role="status">
      <h2 className="text-title font-semibold">{asks(name)}</h2>
      <p className="pt-1 text-quiet">{licensed(words.sharing.kinds[kind] ?? "", speciality)}</p>
      <p className="pt-2 text-small text-quiet">{verified}</p>
      <p className="pt-3">{parts(named)}</p>
      <p>{until(dayText(accessUntil - 1))}</p>
    </div>
  );
}
