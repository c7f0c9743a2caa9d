import { Button } from "../../ui/Button.tsx";
import { glanceWords } from "../../words/glanceWords.ts";

export function PrintButton() {
  return (
    <Button className="print:hidden" onClick={() => print()}>
      {glanceWords.print}
    </Button>
  );
}
