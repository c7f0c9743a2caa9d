import { type CommandErrorName, commandErrorSentences } from "./commandErrorSentences.ts";

export type CommandErrorOptions = {
  /** What it is about, such as the file that was named: put before the sentence. */
  about?: string;
  /** How far it got: put after the sentence. */
  after?: string;
  cause?: unknown;
};

/** A refusal: its name, and one sentence for a person as the message. */
export class CommandError extends Error {
  override readonly name: CommandErrorName;

  constructor(name: CommandErrorName, { about, after, cause }: CommandErrorOptions = {}) {
    const sentence = commandErrorSentences[name];
    const message = [about && `${about}:`, sentence, after].filter(Boolean).join(" ");
    super(message, cause === undefined ? undefined : { cause });
    this.name = name;
  }
}
