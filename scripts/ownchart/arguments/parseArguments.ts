import { parseArgs } from "node:util";
import type { Command, Options, Values } from "../Command.ts";
import { UsageError } from "../UsageError.ts";
import { globalOptions } from "../globalOptions.ts";
import { didYouMean } from "./didYouMean.ts";

export type Arguments = { values: Values; operands: string[] };

/** Which command is meant, and what is left of the words; no command where there is none but options. */
export function commandIn(args: readonly string[], commands: readonly Command[]) {
  const words = args.filter((arg) => !arg.startsWith("-"));
  const [first, second] = words;
  if (first === undefined) return undefined;
  const found = commands.find(({ name }) => name === first || name === `${first} ${second}`);
  if (found !== undefined) return { command: found, rest: without(args, found.name.split(" ")) };
  const names = commands.map(({ name }) => name);
  const wanted = names.some((name) => name.startsWith(`${first} `)) ? `${first} ${second ?? ""}`.trim() : first;
  throw new UsageError(`There is no command “${wanted}”.${didYouMean(wanted, names)}`);
}

/** The name comes first, since a word after an option may be its value. */
function without(args: readonly string[], name: readonly string[]): string[] {
  if (!name.every((word, i) => args[i] === word)) {
    throw new UsageError(`Say the command first: ownchart ${name.join(" ")} …`);
  }
  return args.slice(name.length);
}

/** The options and operands of a command, of which none is unknown, missing or too many. */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const options: Options = { ...globalOptions, ...command.options };
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const values: Values = {};
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind === "option") take(token, options, values);
  }
  if (values["help"] !== true) requireOperands(command, operands);
  return { values, operands };
}

type OptionToken = { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined };

function take({ name, rawName, value, inlineValue }: OptionToken, options: Options, values: Values) {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    throw new UsageError(`There is no option ${rawName}.${didYouMean(name, Object.keys(options), "--")}`);
  }
  if (option.type === "boolean") {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
    values[name] = true;
    return;
  }
  const isForgotten = value === undefined || (value.startsWith("-") && inlineValue !== true);
  if (isForgotten) throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value ?? "VALUE"}.`);
  if (option.multiple === true) values[name] = [...((values[name] as string[] | undefined) ?? []), value];
  else if (values[name] === undefined) values[name] = value;
  else throw new UsageError(`${rawName} is given twice.`);
}

function requireOperands({ name, operands }: Command, given: readonly string[]) {
  const most = operands.at(-1)?.endsWith("…") === true ? Infinity : operands.length;
  const usage = ["ownchart", name, ...operands].join(" ");
  const missing = operands[given.length];
  if (missing !== undefined) throw new UsageError(`${missing.replace("…", "")} is missing: ${usage}`);
  const tooMany = given[most];
  if (tooMany !== undefined) throw new UsageError(`“${tooMany}” is one word too many: ${usage}`);
}
