import type { LocalAccount } from "viem";
import type { Connection } from "#client/Connection.ts";
import type { Column } from "./output/table.ts";
import type { Progress } from "./output/createProgress.ts";
import type { GlobalValues } from "./globalOptions.ts";
import type { World } from "./World.ts";

/** What a command works with. */
export type Context = {
  options: GlobalValues;
  environment: Record<string, string | undefined>;
  isJson: boolean;
  /** Whether content would end up on somebody's screen. */
  isOnScreen: boolean;
  /** Ctrl-C. */
  signal: AbortSignal;
  /** In Unix seconds. */
  now(): number;
  /** What people are to read before they are asked; nothing with --json. */
  print(...lines: readonly string[]): void;
  /** What people are to know though the command fails. */
  warn(line: string): void;
  /** Sentences as lines that fit the terminal. */
  prose(sentences: string): string[];
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[];
  progress(work: { title: string; total: number; unit: "bytes" | "records" }): Progress;
  /** Refused (`NotConfirmed`) unless a person says yes, or has said so beforehand. */
  confirm(question: string, isConfirmed: boolean | undefined): Promise<void>;
  /** Undefined where nobody can be asked. */
  ask(question: string): Promise<string | undefined>;
  askSecret(question: string): Promise<string | undefined>;
  chainId(): Promise<number>;
  /** Where this program keeps what it remembers of the chain that the options name. */
  memoryFolder(): Promise<string>;
  connectionOf(account: LocalAccount): Promise<Connection>;
  /** Chain, gateway and IPFS as somebody reaches them, under the options that were given. */
  world(): Promise<World>;
};
