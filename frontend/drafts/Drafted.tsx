import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Draft, DraftFile } from "../keeper/drafts/KeepsDrafts.ts";
import { draftQuery } from "../queries/draft.ts";
import { useMe } from "../session/useMe.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { words } from "../words/words.ts";
import { DraftOffer } from "./DraftOffer.tsx";

/** What a form begins with where somebody goes on. */
export type Begun<Content> = { content: Content; files: DraftFile[] };

type DraftedProps<Content> = {
  /** With a version: what an older page has kept of a form that has changed since is not found. */
  form: string;
  /** What was begun, in a sentence. */
  tell: (begun: Begun<Content>) => string;
  children: (begun: Begun<Content> | undefined) => ReactNode;
};

/** A form; and before it, where something was begun in it that was never sent, the choice to go on or not. */
export function Drafted<Content>(props: DraftedProps<Content>) {
  const { data } = useQuery(draftQuery(useMe(), props.form));
  if (data === undefined) return <Waiting what={words.drafts.looking} />;
  return <Offered key={props.form} {...props} found={data} />;
}

type OfferedProps<Content> = DraftedProps<Content> & { found: Draft | null };

function Offered<Content>({ form, tell, children, found }: OfferedProps<Content>) {
  const me = useMe();
  /** What was found first: what is typed from now on is a draft, too. */
  const [begun] = useState(() => (found === null ? undefined : (found as Begun<Content>)));
  const [choice, setChoice] = useState<"go on" | "anew">();
  if (begun === undefined || choice === "anew") return children(undefined);
  if (choice === "go on") return children(begun);
  const throwAway = () => {
    void me.keeper.throwAwayDraft(form);
    setChoice("anew");
  };
  const goOn = () => {
    void me.keeper.takeUpDraft(form);
    setChoice("go on");
  };
  return <DraftOffer what={tell(begun)} onGoOn={goOn} onThrowAway={throwAway} />;
}
