import { useEffect, useRef } from "react";
import { Button } from "../../ui/Button.tsx";
import { words } from "../../words/words.ts";

type ConfirmErasingProps = { isWorking: boolean; onConfirm: () => void; onCancel: () => void };

/** An honest account of what erasing does, before it is done. */
export function ConfirmErasing({ isWorking, onConfirm, onCancel }: ConfirmErasingProps) {
  const { title, sentences, go, keep } = words.correcting.erasing;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true }); // it takes the place of the button that was pressed
    heading.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="text-title font-semibold">
        {title}
      </h3>
      <ul className="flex list-disc flex-col gap-2 pt-3 pl-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-3 pt-6">
        <Button onClick={onCancel} disabled={isWorking}>
          {keep}
        </Button>
        <Button kind="grave" onClick={onConfirm} isWorking={isWorking} disabled={isWorking}>
          {go}
        </Button>
      </div>
    </>
  );
}
