import { join } from "node:path";
import type { Circumstances } from "./Circumstances.ts";
import { CommandError } from "./CommandError.ts";
import type { Context } from "./Context.ts";
import type { GlobalValues } from "./globalOptions.ts";
import { connectAs, openWorld } from "./openWorld.ts";
import { createProgress } from "./output/createProgress.ts";
import { styled } from "./output/styled.ts";
import { table, wrapText } from "./output/table.ts";
import { placeOf } from "./placeOf.ts";

export type CreateContextParameters = { circumstances: Circumstances; options: GlobalValues };

/** What a command works with, from what surrounds the program and the options that every command has. */
export function createContext({ circumstances, options }: CreateContextParameters): Context {
  const { environment, stdout, stderr, signal, now } = circumstances;
  const { columns: width = 80 } = stdout;
  const isJson = options.json === true;
  const isQuiet = isJson || options.quiet === true;
  const person = isJson ? undefined : circumstances.person;
  const context: Context = {
    options,
    environment,
    isJson,
    isOnScreen: stdout.isTTY === true && !isJson,
    signal,
    now: () => Math.floor(now() / 1000),
    print: (...lines) => void (isJson || lines.forEach((line) => stdout.write(`${line}\n`))),
    warn: (line) => void (isJson || stderr.write(`${line}\n`)),
    prose: (sentences) => wrapText(sentences, width),
    table(columns, rows) {
      const [titles = "", ...lines] = table({ columns, rows, width });
      return [styled(titles, "bold", stdout, circumstances), ...lines];
    },
    progress: (work) => (isQuiet ? silence : createProgress({ ...work, stderr, now })),
    async confirm(question, isConfirmed) {
      if (isConfirmed === true) return;
      const answer = await person?.ask(`${question} [y/N] `);
      if (!/^y(es)?$/i.test(answer?.trim() ?? "")) throw new CommandError("NotConfirmed");
    },
    ask: async (question) => person?.ask(question),
    askSecret: async (question) => person?.askSecret(question),
    chainId: async () => (await placeOf({ context, circumstances })).chainId,
    memoryFolder: async () => {
      const { genesis } = await placeOf({ context, circumstances });
      return join(environment["OWNCHART_DATA"] ?? ".ownchart", genesis.slice(2, 18), "ownchart");
    },
    connectionOf: async (account) =>
      connectAs({ context, circumstances, account, ...(await placeOf({ context, circumstances })) }),
    world: () => openWorld({ context, circumstances }),
  };
  return context;
}

const silence = { update() {}, end() {} };
