import { Panel } from "../../../ui/Panel.tsx";
import { words } from "../../../words/words.ts";

/** Somebody whose name a board signed once, and whose licence does not count now. */
export function DeskRefused({ name }: { name: string }) {
  const { title, notInForce } = words.desk.refused;
  return (
    <Panel role="alert">
      <h2 className="text-title font-semibold">{title}</h2>
      <p className="pt-1">{notInForce(name)}</p>
    </Panel>
  );
}
