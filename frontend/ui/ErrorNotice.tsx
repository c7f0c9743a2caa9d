import { errorSentence } from "./errorSentence.ts";
import { Notice } from "./Notice.tsx";

/** What happened, in one sentence. */
export function ErrorNotice({ error }: { error: unknown }) {
  return error === null || error === undefined ? null : <Notice kind="careful">{errorSentence(error)}</Notice>;
}
