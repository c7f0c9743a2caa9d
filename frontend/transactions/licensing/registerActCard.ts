import { type Address, type Hex, decodeFunctionData, hexToString } from "viem";
import { licenceRegistryAbi } from "#core/chain/abi/licenceRegistryAbi.ts";
import { dayText } from "../../ui/dayText.ts";
import { licensingCardWords } from "../../words/licensingCardWords.ts";
import type { Card } from "../Card.ts";
import { nameOf } from "../names.ts";
import { kindOf } from "./licensingCards.ts";

/**
 * Before a wallet sends a board's act: made from the very bytes that are sent, as other cards are from what is signed.
 * Undefined where they are none.
 */
export function registerActCard({ to, data }: { to: Address; data: Hex }): Card | undefined {
  const call = decoded(data);
  if (call === undefined) return undefined;
  const { acts, paid, noNames } = licensingCardWords;
  const { fields } = acts;
  const contract = { name: fields.to, value: to };
  const [holder, kind] = call.args;
  const [name, what] = [nameOf(holder), kindOf(kind)];
  const whose = [
    { name: fields.holder, value: holder },
    { name: fields.kind, value: what },
  ];
  switch (call.functionName) {
    case "issue": {
      const [, , jurisdiction, validFrom, validUntil, number] = call.args;
      const { title, sentence, action } = acts.issue;
      return {
        title: title(name),
        sentences: [sentence(what, dayText(validFrom), dayText(validUntil)), noNames, paid],
        action,
        isPaid: true,
        fields: [
          ...whose,
          { name: fields.jurisdiction, value: hexToString(jurisdiction).replace(/\0+$/, "") },
          { name: fields.validFrom, value: dayText(validFrom) },
          { name: fields.validUntil, value: dayText(validUntil) },
          { name: fields.number, value: number },
          contract,
        ],
      };
    }
    case "renew": {
      const [, , validUntil] = call.args;
      const { title, sentence, action } = acts.renew;
      const until = { name: fields.validUntil, value: dayText(validUntil) };
      const sentences = [sentence(what, dayText(validUntil)), paid];
      return { title: title(name), sentences, action, isPaid: true, fields: [...whose, until, contract] };
    }
    case "suspend":
    case "reinstate":
    case "revoke": {
      const { title, sentence, action } = acts[call.functionName];
      const isGrave = call.functionName !== "reinstate";
      const sentences = [sentence(what), paid];
      return { title: title(name), sentences, action, isGrave, isPaid: true, fields: [...whose, contract] };
    }
    default:
      return undefined;
  }
}

function decoded(data: Hex) {
  try {
    const call = decodeFunctionData({ abi: licenceRegistryAbi, data });
    switch (call.functionName) {
      case "issue":
      case "renew":
      case "suspend":
      case "reinstate":
      case "revoke":
        return call;
      default:
        return undefined;
    }
  } catch {
    return undefined; // a call of another contract
  }
}
