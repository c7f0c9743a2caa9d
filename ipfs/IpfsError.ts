import { type IpfsErrorName, ipfsErrorSentences } from "./ipfsErrorSentences.ts";

/** Something that IPFS did not give, or gave wrong: its name, one sentence for a person, and for engineers a detail. */
export class IpfsError extends Error {
  override readonly name: IpfsErrorName;
  readonly detail: string | undefined;

  constructor(name: IpfsErrorName, detail?: string, cause?: unknown) {
    super(ipfsErrorSentences[name], cause === undefined ? undefined : { cause });
    this.name = name;
    this.detail = detail;
  }
}
