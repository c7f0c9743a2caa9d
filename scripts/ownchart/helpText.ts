import type { Command, Options } from "./Command.ts";
import { globalOptions } from "./globalOptions.ts";
import { table, wrapText } from "./output/table.ts";

const run = "npm run ownchart --";

/** What there is, for somebody who has never seen it. */
export function helpText(commands: readonly Command[], width: number): string[] {
  return [
    "A health record that the patient holds, from the command line.",
    "",
    `  ${run} COMMAND [options]`,
    "",
    ...inTwo(
      commands.map((it) => [usageOf(it), it.summary]),
      width,
    ),
    "",
    `More about one: ${run} COMMAND --help. For all of them:`,
    "",
    ...optionLines(globalOptions, width),
    "",
    "Try it on the local chain that npm start serves:",
    "",
    `  ${run} open-chart --account 12`,
    `  ${run} publish history.json --account 12`,
    `  ${run} list --account 12`,
  ];
}

export function commandHelpText(command: Command, width: number): string[] {
  const { summary, description = "", examples, options } = command;
  const own = optionLines(options, width);
  return [
    `${run} ${usageOf(command)} [options]`,
    "",
    ...wrapText(`${sentence(summary)} ${description}`.trim(), width),
    ...(own.length > 0 ? ["", ...own] : []),
    "",
    "Examples:",
    ...examples.map((example) => `  ${run} ${example}`),
    "",
    "Whose keys, where, and how (see --help):",
    ...wrapText(
      Object.keys(globalOptions)
        .map((name) => `--${name}`)
        .join(" "),
      width - 2,
    ).map((line) => `  ${line}`),
  ];
}

function usageOf({ name, operands }: Command): string {
  return [name, ...operands].join(" ");
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function optionLines(options: Options, width: number): string[] {
  const rows = Object.entries(options).map(([name, { short, value, help }]) => {
    const usage = `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
    return [usage, help];
  });
  return inTwo(rows, width);
}

/** A word, and beside it what it means. */
function inTwo(rows: string[][], width: number): string[] {
  const columns = [{ title: "" }, { title: "", isFlexible: true as const }];
  const [, ...lines] = table({ columns, rows, width: width - 2 });
  return lines.map((line) => `  ${line}`);
}
