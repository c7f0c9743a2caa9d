import type { GatewayRefusalName } from "./gatewayRefusalNames.ts";

export type GatewayRefusalParameters = {
  name: GatewayRefusalName | "UnknownRefusal";
  sentence: string;
  status: number;
  /** Seconds, where waiting helps. */
  retryAfter: number | undefined;
};

/** What a gateway does not do, by its name, with one sentence for a person as the message. */
export class GatewayRefusal extends Error {
  override readonly name: GatewayRefusalName | "UnknownRefusal";
  readonly status: number;
  readonly retryAfter: number | undefined;

  constructor({ name, sentence, status, retryAfter }: GatewayRefusalParameters) {
    super(sentence);
    this.name = name;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
