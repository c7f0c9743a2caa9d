import { BaseError } from "viem";
import { chainErrorIn } from "#core/chain/ChainError.ts";
import { CommandError } from "../CommandError.ts";
import type { CommandErrorName } from "../commandErrorSentences.ts";
import { plainLine } from "./plainText.ts";

export type Failure = { name: string; message: string };

/** Names that say nothing but that nobody expected it. */
const unexpectedNames = new Set(
  (
    "Error TypeError RangeError SyntaxError ReferenceError AggregateError SystemError " +
    "DOMException InvalidStateError DataCloneError OperationError"
  ).split(" "),
);

const byCode: Record<string, CommandErrorName> = {
  ENOENT: "FileNotFound",
  EACCES: "FileNotReadable",
  EPERM: "FileNotReadable",
  EROFS: "FileNotReadable",
  EEXIST: "FileExists",
  ENOTEMPTY: "FileExists",
  EISDIR: "NotAFile",
  ENOTDIR: "NotAFolder",
  ENOSPC: "DiskFull",
};

/** What went wrong, on one line: its name and its sentence where it is a refusal that somebody wrote one for. */
export function explainFailure(error: unknown): Failure {
  const { name, message } = named(error);
  return { name: plainLine(name), message: plainLine(message) };
}

function named(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: "Unexpected", message: "Something went wrong that nobody expected." };
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === "string" && Object.hasOwn(byCode, code)) return new CommandError(byCode[code]!);
  if (error.name === "AbortError" || error.name === "TimeoutError") return new CommandError("Interrupted");
  if (!(error instanceof BaseError) && !unexpectedNames.has(error.name)) return error;
  return chainErrorIn(error) ?? { name: "Unexpected", message: firstLine(error) };
}

/** viem's messages go on with the request. */
function firstLine(error: Error): string {
  return error instanceof BaseError ? error.shortMessage : error.message.split("\n")[0]!;
}
