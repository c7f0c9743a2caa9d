import { Suspense, lazy, useState } from "react";
import { scannedOffer } from "../../desk/scannedOffer.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";

/** The reader is loaded, and the camera asked for, only once somebody wants it. */
const OfferCamera = lazy(async () => ({ default: (await import("./OfferCamera.tsx")).OfferCamera }));

type Answering = { onOffer: (text: string) => void };

type OfferChoiceProps = Answering & {
  /** Where codes of this kind lead. */
  path: string;
  says: Record<"scanned" | "scannedLead", string>;
};

/**
 * How the code comes in. One that a phone's camera brought waits for a tap too: answering tells whoever shows it that
 * this chart exists.
 */
export function OfferChoice({ path, says, onOffer }: OfferChoiceProps) {
  const scanned = scannedOffer.use();
  const answer = (code: string) => {
    scannedOffer.set(undefined);
    onOffer(code);
  };
  if (scanned?.path === path) return <Scanned says={says} onGo={() => answer(scanned.code)} />;
  return (
    <Panel className="flex flex-col gap-6">
      <Camera onOffer={onOffer} />
      <Pasting onOffer={onOffer} />
    </Panel>
  );
}

function Scanned({ says, onGo }: Pick<OfferChoiceProps, "says"> & { onGo: () => void }) {
  return (
    <Panel>
      <h2 className="text-title font-semibold">{says.scanned}</h2>
      <p className="pt-1 pb-4 text-quiet">{says.scannedLead}</p>
      <Button kind="main" onClick={onGo} autoFocus>
        {words.desk.answer.go}
      </Button>
    </Panel>
  );
}

function Camera({ onOffer }: Answering) {
  const [isOn, setOn] = useState(false);
  const { camera, stopCamera, cameraRunning } = words.desk.answer;
  return (
    <div className="flex flex-col items-start gap-4">
      <Button kind={isOn ? "plain" : "main"} onClick={() => setOn(!isOn)}>
        {isOn ? stopCamera : camera}
      </Button>
      {isOn && (
        <Suspense fallback={<Waiting what={cameraRunning} />}>
          <OfferCamera onOffer={onOffer} />
        </Suspense>
      )}
    </div>
  );
}

function Pasting({ onOffer }: Answering) {
  const [text, setText] = useState("");
  const { paste, pasteHint, go } = words.desk.answer;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onOffer(text);
      }}
    >
      <Field
        label={paste}
        hint={pasteHint}
        required
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" className="self-start">
        {go}
      </Button>
    </form>
  );
}
