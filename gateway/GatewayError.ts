import { type GatewayErrorName, gatewayErrors } from "./gatewayErrors.ts";

export type GatewayErrorOptions = { cause?: unknown; /** Seconds. */ retryAfter?: number };

/** A refusal: its name and one sentence. Nothing of the request is in it. */
export class GatewayError extends Error {
  override readonly name: GatewayErrorName;
  readonly retryAfter: number | undefined;

  constructor(name: GatewayErrorName, { cause, retryAfter }: GatewayErrorOptions = {}) {
    super(gatewayErrors[name].sentence, cause === undefined ? undefined : { cause });
    this.name = name;
    this.retryAfter = retryAfter;
  }
}
