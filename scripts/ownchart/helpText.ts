import type { Command, Options } from "./Command.ts";
import { globalOptions } from "./globalOptions.ts";

const run = "npm run ownchart --";

/** What there is, for somebody who has never seen it. */
export function helpText(commands: readonly Command[]): string[] {
  const widest = Math.max(...commands.map((it) => usageOf(it).length));
  return [
    "A health record that the patient holds, from the command line.",
    "",
    `  ${run} COMMAND [options]`,
    "",
    ...commands.map((it) => `  ${usageOf(it).padEnd(widest)}  ${it.summary}`),
    "",
    `More about one: ${run} COMMAND --help. For all of them:`,
    "",
    ...optionLines(globalOptions),
    "",
    "Try it on the local chain that npm start serves:",
    "",
    `  ${run} open-chart --account 12`,
    `  ${run} publish history.json --account 12`,
    `  ${run} list --account 12`,
  ];
}

export function commandHelpText(command: Command): string[] {
  const { summary, description = [], examples, options } = command;
  const own = optionLines(options);
  return [
    `${run} ${usageOf(command)} [options]`,
    "",
    sentence(summary),
    ...description,
    ...(own.length > 0 ? ["", ...own] : []),
    "",
    "Examples:",
    ...examples.map((example) => `  ${run} ${example}`),
    "",
    "Whose keys, where, and how (see --help):",
    ...wrapped(Object.keys(globalOptions).map((name) => `--${name}`)),
  ];
}

function usageOf({ name, operands }: Command): string {
  return [name, ...operands].join(" ");
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function optionLines(options: Options): string[] {
  const usages = Object.entries(options).map(([name, { short, value }]) => {
    return `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
  });
  const widest = Math.max(0, ...usages.map(({ length }) => length));
  return Object.values(options).map(({ help }, i) => `  ${usages[i]!.padEnd(widest)}  ${help}`);
}

function wrapped(words: readonly string[]): string[] {
  const lines = [""];
  for (const word of words) {
    if (lines.at(-1)!.length + word.length > 76) lines.push("");
    lines.push(`${lines.pop()} ${word}`);
  }
  return lines.map((line) => ` ${line}`);
}
