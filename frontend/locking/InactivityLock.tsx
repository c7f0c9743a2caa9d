import { useEffect, useState } from "react";
import { endIdleSession, endSession, session } from "../session/session.ts";
import { Button } from "../ui/Button.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { words } from "../words/words.ts";
import { type Idleness, idlenessOf } from "./idleness.ts";
import { lockAfter } from "./lockAfter.ts";

const touches = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"] as const;

/** Locks the vault of whoever went away, and says so half a minute before. */
export function InactivityLock() {
  const { stage } = session.use();
  return stage === "open" || stage === "joined" ? <Watch /> : null;
}

function Watch() {
  const minutes = lockAfter.use();
  const [touchedAt, setTouchedAt] = useState(Date.now);
  const [idleness, setIdleness] = useState<Idleness>({ state: "in use" });

  useEffect(() => {
    let last = touchedAt;
    const look = () => {
      const found = idlenessOf({ now: Date.now(), touchedAt: last, minutes });
      if (found.state === "over") return endIdleSession(minutes);
      setIdleness((known) => (found.state === "in use" && known.state === "in use" ? known : found));
    };
    // Once warned, only a choice counts: nobody should stay in because the cat walked by.
    const touch = () => {
      if (idlenessOf({ now: Date.now(), touchedAt: last, minutes }).state === "in use") last = Date.now();
    };
    look();
    const watching = setInterval(look, 1000);
    for (const name of touches) addEventListener(name, touch, { passive: true, capture: true });
    return () => {
      clearInterval(watching);
      for (const name of touches) removeEventListener(name, touch, { capture: true });
    };
  }, [touchedAt, minutes]);

  if (idleness.state !== "warned") return null;
  return <Warning secondsLeft={idleness.secondsLeft} onStay={() => setTouchedAt(Date.now())} />;
}

/** Whoever is typing when it opens wants to stay. The browser reads the attribute, which React's `autoFocus` does not set. */
const focusFirst = (button: HTMLButtonElement | null) => button?.setAttribute("autofocus", "");

function Warning({ secondsLeft, onStay }: { secondsLeft: number; onStay: () => void }) {
  const { title, text, seconds, stay, lock } = words.vaultScreen.lock.warning;
  return (
    <Sheet label={title} onClose={onStay}>
      <h2 className="text-title font-semibold">{title}</h2>
      <p role="alert" className="pt-3">
        {text}
      </p>
      <p aria-hidden className="pt-3 text-title text-quiet tabular-nums">
        {seconds(secondsLeft)}
      </p>
      <div className="flex flex-wrap justify-end gap-3 pt-6">
        <Button onClick={endSession}>{lock}</Button>
        <Button kind="main" ref={focusFirst} onClick={onStay}>
          {stay}
        </Button>
      </div>
    </Sheet>
  );
}
