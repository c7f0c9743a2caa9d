import { samplePassphrase } from "../../seed/samplePassphrase.ts";
import type { Context } from "../Context.ts";
import { givenSecret, readSecret } from "./readSecret.ts";

/** That of the vault. The sample people have one that everybody knows. */
export async function readPassphrase(context: Context): Promise<string> {
  const { options } = context;
  if (options.keys === undefined && options.account !== undefined) {
    return (await givenPassphrase(context)) ?? samplePassphrase;
  }
  return readSecret({ ...sourceOf(context), question: "Passphrase: ", otherwise: "PassphraseMissing" });
}

export function givenPassphrase(context: Context): Promise<string | undefined> {
  return givenSecret(sourceOf(context));
}

function sourceOf(context: Context) {
  return { context, file: context.options["passphrase-file"], variable: "OWNCHART_PASSPHRASE" };
}
