import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import * as Comlink from "comlink";
import { useState } from "react";
import { Drafted } from "../../drafts/Drafted.tsx";
import { useKeptDraft } from "../../drafts/useKeptDraft.ts";
import type { BoardSummary, LicenceKind } from "../../keeper/licensing/Licensing.ts";
import { licensingKey } from "../../queries/licensing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ChoiceField } from "../../ui/ChoiceField.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { licenceWords, licensingWords } from "../../words/licensingWords.ts";
import { words } from "../../words/words.ts";
import { DocumentChoice, areTooLarge } from "../licensing/DocumentChoice.tsx";
import { RadioChoice } from "../patient/RadioChoice.tsx";

export type ApplyDraft = {
  kind: string;
  jurisdiction: string;
  name: string;
  speciality: string;
  number: string;
  note: string;
};

type ApplyFormProps = { first: ApplyDraft; boards: BoardSummary[]; purpose: "new" | "renewal" };

export function ApplyForm({ first, ...props }: ApplyFormProps) {
  const form = `licence.1/${props.purpose}`;
  return (
    <Drafted<ApplyDraft> form={form} tell={() => words.drafts.licence}>
      {(begun) => <ApplyFields {...props} form={form} first={begun?.content ?? first} />}
    </Drafted>
  );
}

function ApplyFields({ first, boards, purpose, form }: ApplyFormProps & { form: string }) {
  const [wish, setWish] = useState(first);
  const [files, setFiles] = useState<File[]>([]);
  const { applying, stored } = useApplying(form);
  useKeptDraft({ form, content: wish, isSent: applying.isPending || applying.isSuccess });
  const set = (name: keyof ApplyDraft) => (value: string) => setWish((before) => ({ ...before, [name]: value }));
  const typed = (name: keyof ApplyDraft) => ({
    value: wish[name],
    onChange: ({ target }: { target: { value: string } }) => set(name)(target.value),
  });
  const says = licenceWords.form;
  const isUnprintable = applying.error?.name === "PaperUnreadable";
  const isWhole = wish.name.trim() !== "" && wish.number.trim() !== "" && !areTooLarge(files);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        applying.mutate({ ...wish, purpose, kind: Number(wish.kind) as LicenceKind, files });
      }}
    >
      <Panel className="flex flex-col gap-6">
        {purpose === "new" && (
          <>
            <RadioChoice legend={says.kind} options={licensingWords.kinds} chosen={wish.kind} onChoose={set("kind")} />
            <ChoiceField
              label={says.board}
              options={Object.fromEntries(boards.map(({ jurisdiction: it }) => [it, licensingWords.board(it)]))}
              chosen={wish.jurisdiction}
              onChoose={set("jurisdiction")}
            />
          </>
        )}
        <Field label={says.name} required maxLength={200} autoComplete="name" {...typed("name")} />
        <Field label={says.speciality} maxLength={200} {...typed("speciality")} />
        <Field
          label={says.number}
          hint={says.numberHint}
          required
          maxLength={64}
          autoComplete="off"
          {...typed("number")}
        />
        <TextField label={says.note} maxLength={4000} value={wish.note} onType={set("note")} />
        <DocumentChoice files={files} onChange={setFiles} />
        {isUnprintable ? <Notice kind="careful">{says.printed}</Notice> : <ErrorNotice error={applying.error} />}
        {applying.isPending && <Waiting what={licensingWords.files.storing(stored, files.length)} />}
        <Button kind="main" type="submit" className="self-start" disabled={!isWhole} isWorking={applying.isPending}>
          {applying.isPending ? says.working : says.submit}
        </Button>
      </Panel>
    </form>
  );
}

function useApplying(form: string) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [stored, setStored] = useState(0);
  const applying = useMutation({
    mutationFn: (wish: Parameters<typeof keeper.applyForLicence>[0]) =>
      keeper.applyForLicence(wish, Comlink.proxy(setStored)),
    async onSuccess() {
      announce(licenceWords.form.sent);
      await keeper.throwAwayDraft(form);
      await queryClient.invalidateQueries({ queryKey: licensingKey });
      await navigate({ to: "/licence" });
    },
  });
  return { applying, stored };
}
