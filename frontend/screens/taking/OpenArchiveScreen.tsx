import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { openArchive } from "../../session/startKeeper.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { saveFile } from "../../viewer/saveFile.ts";
import { takingWords } from "../../words/takingWords.ts";
import { words } from "../../words/words.ts";
import { FileChoice } from "./FileChoice.tsx";

const { open } = takingWords;

/** For everybody who has an archive and its passphrase; neither wallet nor vault is needed. */
export function OpenArchiveScreen() {
  return (
    <main className="mx-auto max-w-2xl px-4 py-12 sm:px-6">
      <PageHead title={open.title} lead={open.lead}>
        <Link to="/" className={plainLinkLook}>
          {open.back}
        </Link>
      </PageHead>
      <OpenArchive />
      <p className="pt-6">
        {open.again}{" "}
        <Link to="/" className="font-semibold text-accent underline">
          {open.comeIn}
        </Link>
      </p>
    </main>
  );
}

function OpenArchive() {
  const [archive, setArchive] = useState<File>();
  const [passphrase, setPassphrase] = useState("");
  const opening = useMutation({
    gcTime: 0,
    async mutationFn(chosen: File) {
      const content = await openArchive(chosen, passphrase);
      const taken = { name: `${chosen.name.replace(/\.ownchart$/i, "")}.zip`, content };
      saveFile(taken);
      return taken;
    },
  });
  if (opening.isPending) return <Waiting what={open.working} />;
  if (opening.isSuccess) {
    return (
      <Panel className="flex flex-col gap-4">
        <Notice>{open.unlocked}</Notice>
        <Button className="self-start" onClick={() => saveFile(opening.data)}>
          {takingWords.again}
        </Button>
      </Panel>
    );
  }
  return (
    <Panel>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (archive !== undefined) opening.mutate(archive);
        }}
      >
        <ErrorNotice error={opening.error} />
        <FileChoice label={open.choose} accept=".ownchart" onChoose={setArchive} />
        {archive !== undefined && <p>{open.chosen(archive.name, words.adding.bytes(archive.size))}</p>}
        <Field
          label={open.passphrase}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={passphrase}
          onChange={({ target }) => setPassphrase(target.value)}
        />
        <Button kind="main" type="submit" className="self-end" disabled={archive === undefined}>
          {open.action}
        </Button>
      </form>
    </Panel>
  );
}
