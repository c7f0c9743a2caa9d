import { type KeeperErrorName, keeperErrorSentences } from "./keeperErrorSentences.ts";

export class KeeperError extends Error {
  override readonly name: KeeperErrorName;

  constructor(name: KeeperErrorName, options?: ErrorOptions) {
    super(keeperErrorSentences[name], options);
    this.name = name;
  }
}
