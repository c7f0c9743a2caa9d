import type { Context } from "./Context.ts";

export type Option = {
  type: "string" | "boolean";
  /** What stands for the value in the help. */
  value?: string;
  help: string;
  /** May be given more than once. */
  multiple?: true;
  short?: string;
};

export type Options = Record<string, Option>;

export type ValuesOf<Known extends Options> = {
  [Name in keyof Known]?: Known[Name] extends { type: "boolean" }
    ? boolean
    : Known[Name] extends { multiple: true }
      ? string[]
      : string;
};

export type Values = Record<string, string | boolean | string[] | undefined>;

/** What a command has to say: lines for people, or one JSON value for programs; bytes where it was asked for a content. */
export type Outcome = { text: readonly string[]; json: unknown; bytes?: Uint8Array };

export type CommandOf<Known extends Options> = {
  /** One word, or two. */
  name: string;
  summary: string;
  /** In capitals what is to be put in; `…` after the last where there may be several. */
  operands: readonly string[];
  description?: string;
  examples: readonly string[];
  options: Known;
  run(context: Context, input: { values: ValuesOf<Known>; operands: readonly string[] }): Promise<Outcome>;
};

export type Command = Omit<CommandOf<Options>, "run"> & {
  run(context: Context, input: { values: Values; operands: readonly string[] }): Promise<Outcome>;
};

/** Lets a command know the types of its own options. */
export function command<const Known extends Options>(it: CommandOf<Known>): Command {
  return it as unknown as Command;
}
