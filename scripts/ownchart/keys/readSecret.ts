import { CommandError } from "../CommandError.ts";
import type { Context } from "../Context.ts";
import type { CommandErrorName } from "../commandErrorSentences.ts";
import { readSmallFile } from "../readSmallFile.ts";

export type ReadSecretParameters = {
  context: Context;
  /** The option's value that names a file with it. */
  file: string | undefined;
  variable: string;
  question: string;
  otherwise: CommandErrorName;
};

/** A passphrase or a recovery code: from a file, the environment, or a person. Never from the command line. */
export async function readSecret(parameters: ReadSecretParameters): Promise<string> {
  const secret = (await givenSecret(parameters)) ?? (await parameters.context.askSecret(parameters.question));
  if (secret === undefined) throw new CommandError(parameters.otherwise);
  return secret;
}

type GivenSecretParameters = Pick<ReadSecretParameters, "context" | "file" | "variable">;

/** Undefined where a person would have to be asked. */
export async function givenSecret({ context, file, variable }: GivenSecretParameters): Promise<string | undefined> {
  if (file !== undefined) return (await readSmallFile(file, 4096)).replace(/\r?\n$/, "");
  return context.environment[variable];
}
