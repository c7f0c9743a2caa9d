import { ChainError } from "#core/chain/ChainError.ts";
import { type ContractError, errorSentences } from "#core/chain/errorSentences.ts";
import { GatewayRefusal } from "./GatewayRefusal.ts";
import { gatewayRefusalNames } from "./gatewayRefusalNames.ts";

export type ToldRefusal = { name: string; title: string; status: number; retryAfter?: number | undefined };

/** A refusal as a gateway tells it. One by a contract becomes the contract's; a name that nobody knows becomes none. */
export function refusalOf({ name, title, status, retryAfter }: ToldRefusal): GatewayRefusal | ChainError {
  if (Object.hasOwn(errorSentences, name)) {
    const sentence = errorSentences[name as ContractError];
    return new ChainError(name as ContractError, [], typeof sentence === "string" ? sentence : plain(title), undefined);
  }
  const known = gatewayRefusalNames.find((it) => it === name);
  const sentence = known === undefined ? unknown : plain(title);
  return new GatewayRefusal({ name: known ?? "UnknownRefusal", sentence, status, retryAfter });
}

const unknown = "The gateway refused this for a reason unknown here.";

/** A gateway's words reach a person's eyes only as one short sentence, without links, line breaks or what turns text around. */
function plain(title: string): string {
  return /^[\p{L}\p{N} ,.;:'’“”()–-]{1,200}$/u.test(title) && !/\w\.\w|:\S/.test(title) ? title : unknown;
}
