import type { Address } from "viem";
import type { Category } from "#core/records/categories.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { words } from "../../words/words.ts";
import { AddProgress } from "./AddProgress.tsx";
import { Added } from "./Added.tsx";
import { type AddDraft, draftOf } from "./addDraft.ts";
import { ByHand } from "./byHand/ByHand.tsx";
import { DropArea } from "./DropArea.tsx";
import { FilePanel } from "./FilePanel.tsx";
import { recordsIn } from "./recordsIn.ts";
import { useAdding } from "./useAdding.ts";
import { type Begun, Drafted } from "../../drafts/Drafted.tsx";
import { useKeptDraft } from "../../drafts/useKeptDraft.ts";
import { useBegunFiles } from "./useBegunFiles.ts";

/** So many go under one signature. */
const recordsPerSignature = 256;

type AddFormProps = { subject: Address; isOwn: boolean; writable: Category[] };

export function AddForm(props: AddFormProps) {
  const form = `add.1/${props.subject.toLowerCase()}`;
  return (
    <Drafted<AddDraft> form={form} tell={({ files }) => words.drafts.add(namesOf(files))}>
      {(begun) => <AddFields {...props} form={form} begun={begun} />}
    </Drafted>
  );
}

const namesOf = (files: { name: string }[]) => files.map(({ name }) => name).join(", ");

type AddFieldsProps = AddFormProps & { form: string; begun: Begun<AddDraft> | undefined };

function AddFields({ subject, isOwn, writable, form, begun }: AddFieldsProps) {
  const { files, choose, unlock, remove, clear, setCategory, leftOut } = useBegunFiles({ subject, writable }, begun);
  const adding = useAdding(subject);
  useKeptDraft({
    form,
    content: draftOf(files),
    files: files.map(({ file }) => file),
    isSent: adding.isPending || adding.isSuccess,
  });
  const records = recordsIn(files);
  if (adding.isPending) return <AddProgress progress={adding.progress} onCancel={adding.cancel} />;
  if (adding.isSuccess) {
    const onMore = () => {
      clear();
      adding.reset();
    };
    return <Added records={adding.data} subject={subject} isOwn={isOwn} onMore={onMore} />;
  }
  const signatures = Math.ceil(records.length / recordsPerSignature);
  const { submit, nothing, signatures: needed } = words.adding;
  return (
    <>
      <DropArea onChoose={(list) => void choose(list)} />
      {isOwn && <ByHand onWritten={(file) => void choose([file])} />}
      {leftOut.length > 0 && <Notice kind="careful">{words.drafts.leftOut(namesOf(leftOut))}</Notice>}
      {files.map((file) => (
        <FilePanel
          key={file.key}
          file={file}
          writable={writable}
          onPassphrase={(passphrase) => unlock(file, passphrase)}
          onCategory={(record, category) => setCategory(file.key, record, category)}
          onRemove={() => remove(file.key)}
        />
      ))}
      <ErrorNotice error={adding.error} />
      {files.length > 0 && (
        <div className="flex flex-wrap items-center gap-4">
          <Button kind="main" disabled={records.length === 0} onClick={() => adding.mutate(records)}>
            {submit(records.length)}
          </Button>
          {records.length === 0 && <p className="text-quiet">{nothing}</p>}
          {signatures > 1 && <p className="text-quiet">{needed(signatures)}</p>}
        </div>
      )}
    </>
  );
}
