import type { Command } from "./Command.ts";
import { erase } from "./commands/erase.ts";
import { exportCommand } from "./commands/exportCommand.ts";
import { grants } from "./commands/grants.ts";
import { importCommand } from "./commands/importCommand.ts";
import { join } from "./commands/join.ts";
import { keysCreate } from "./commands/keysCreate.ts";
import { keysRestore } from "./commands/keysRestore.ts";
import { keysShow } from "./commands/keysShow.ts";
import { list } from "./commands/list.ts";
import { log } from "./commands/log.ts";
import { openChartCommand } from "./commands/openChartCommand.ts";
import { openArchiveCommand } from "./commands/openArchive.ts";
import { publish } from "./commands/publish.ts";
import { read } from "./commands/read.ts";
import { revoke } from "./commands/revoke.ts";
import { share } from "./commands/share.ts";
import { shared } from "./commands/shared.ts";

/** In the order in which somebody would meet them. */
export const allCommands: readonly Command[] = [
  keysCreate,
  keysShow,
  keysRestore,
  join,
  openChartCommand,
  publish,
  list,
  read,
  share,
  grants,
  revoke,
  shared,
  log,
  erase,
  exportCommand,
  openArchiveCommand,
  importCommand,
];
