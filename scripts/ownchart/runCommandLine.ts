import type { Circumstances } from "./Circumstances.ts";
import type { Command, Outcome } from "./Command.ts";
import { UsageError } from "./UsageError.ts";
import { allCommands } from "./allCommands.ts";
import { commandIn, parseArguments } from "./arguments/parseArguments.ts";
import { createContext } from "./createContext.ts";
import type { GlobalValues } from "./globalOptions.ts";
import { commandHelpText, helpText } from "./helpText.ts";
import { explainFailure } from "./output/explainFailure.ts";
import { jsonText } from "./output/jsonText.ts";
import { styled } from "./output/styled.ts";

/** Carries out what the words say, and answers with the exit code: 0 done, 1 refused, 2 said wrongly. */
export async function runCommandLine(args: readonly string[], circumstances: Circumstances): Promise<number> {
  const isJson = args.includes("--json");
  try {
    const outcome = await carriedOut(args, circumstances);
    if (outcome !== undefined) show(outcome, isJson, circumstances);
    return 0;
  } catch (error) {
    tell(error, isJson, circumstances);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function carriedOut(args: readonly string[], circumstances: Circumstances): Promise<Outcome | undefined> {
  const found = commandIn(args, allCommands);
  if (found === undefined) return withoutCommand(args, circumstances.stdout.columns);
  const { command, rest } = found;
  const { values, operands } = parseArguments(command, rest);
  if (values["help"] === true) return helpOutcome(commandHelpText(command, circumstances.stdout.columns ?? 80));
  const context = createContext({ circumstances, options: values as GlobalValues });
  return command.run(context, { values, operands });
}

/** Help is always for people, and a mistyped option is told even where no command is. */
function withoutCommand(args: readonly string[], columns = 80): Outcome {
  const { values } = parseArguments(noCommand, args);
  if (values["help"] !== true && args.length > 0) throw new UsageError("Say what to do: --help lists it.");
  return helpOutcome(helpText(allCommands, columns));
}

const noCommand: Command = {
  name: "",
  summary: "",
  operands: [],
  examples: [],
  options: {},
  run: () => Promise.reject(new Error("There is no command to run.")),
};

function helpOutcome(text: readonly string[]): Outcome {
  return { text, json: { help: text.join("\n") } };
}

function show({ text, json, bytes }: Outcome, isJson: boolean, { stdout }: Circumstances) {
  if (isJson) stdout.write(`${jsonText(json)}\n`);
  else if (bytes !== undefined) stdout.write(bytes);
  else for (const line of text) stdout.write(`${line}\n`);
}

function tell(error: unknown, isJson: boolean, circumstances: Circumstances) {
  const { stderr, environment } = circumstances;
  const failure = explainFailure(error);
  if (isJson) stderr.write(`${jsonText({ error: failure })}\n`);
  else stderr.write(`${styled(failure.name, "red", stderr, circumstances)}: ${failure.message}\n`);
  if (environment["OWNCHART_DEBUG"] && error instanceof Error) stderr.write(`${error.stack}\n`);
}
