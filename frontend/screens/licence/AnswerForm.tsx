import { useMutation, useQueryClient } from "@tanstack/react-query";
import * as Comlink from "comlink";
import { useState } from "react";
import type { PaperId } from "#core/licensing/Paper.ts";
import { licensingKey } from "../../queries/licensing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { licenceWords, licensingWords } from "../../words/licensingWords.ts";
import { DocumentChoice, areTooLarge } from "../licensing/DocumentChoice.tsx";

/** The board asked; this is where the applicant answers. */
export function AnswerForm({ of }: { of: PaperId }) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const [note, setNote] = useState("");
  const [files, setFiles] = useState<File[]>([]);
  const [stored, setStored] = useState(0);
  const answering = useMutation({
    mutationFn: () => keeper.answerBoard({ of, note, files }, Comlink.proxy(setStored)),
    onSuccess: () => announce(licenceWords.answer.done),
    onSettled: () => queryClient.invalidateQueries({ queryKey: licensingKey }),
  });
  const { label, action, working } = licenceWords.answer;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        answering.mutate();
      }}
    >
      <TextField label={label} required value={note} maxLength={4000} onType={setNote} />
      <DocumentChoice files={files} onChange={setFiles} />
      <ErrorNotice error={answering.error} />
      {answering.isPending && <Waiting what={licensingWords.files.storing(stored, files.length)} />}
      <Button
        kind="main"
        type="submit"
        className="self-start"
        disabled={note.trim() === "" || areTooLarge(files)}
        isWorking={answering.isPending}
      >
        {answering.isPending ? working : action}
      </Button>
    </form>
  );
}
