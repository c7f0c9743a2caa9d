import type { licenceCredentialTypedData } from "#core/chain/credential/licenceCredentialTypedData.ts";
import type { PaperTypedData } from "#core/licensing/paperTypedData.ts";
import { dayText, momentText } from "../../ui/dayText.ts";
import { licensingCardWords as words } from "../../words/licensingCardWords.ts";
import type { Card } from "../Card.ts";
import { nameOf } from "../names.ts";

type Values<Name extends PaperTypedData["primaryType"]> = Extract<PaperTypedData, { primaryType: Name }>["message"];
type CredentialValues = ReturnType<typeof licenceCredentialTypedData>["message"];

/** Before an applicant or a member of a board signs something. */
export const licensingCards = {
  LicenceApplication({ applicant, kind, jurisdiction, content, at }: Values<"LicenceApplication">): Card {
    const { title, sentences, action, fields } = words.application;
    return {
      title: title(jurisdiction),
      sentences: sentences(kindOf(kind)),
      action,
      fields: [
        { name: fields.applicant, value: applicant },
        { name: fields.kind, value: kindOf(kind) },
        { name: fields.jurisdiction, value: jurisdiction },
        { name: fields.content, value: content },
        { name: fields.at, value: moment(at) },
      ],
    };
  },

  BoardLetter({ to, kind, jurisdiction, about, text, of, at }: Values<"BoardLetter">): Card {
    const { titles, says, empty, sealed, action, fields } = words.letter;
    const name = nameOf(to);
    return {
      title: titles[about]?.(name) ?? about,
      sentences: [text === "" ? empty : says(text), sealed(name)],
      action,
      fields: [
        { name: fields.to, value: to },
        { name: fields.kind, value: kindOf(kind) },
        { name: fields.jurisdiction, value: jurisdiction },
        { name: fields.about, value: about },
        { name: fields.text, value: text },
        { name: fields.of, value: of },
        { name: fields.at, value: moment(at) },
      ],
    };
  },

  BoardProposal(values: Values<"BoardProposal">): Card {
    const { holder, kind, jurisdiction, act, validFrom, validUntil, content, at } = values;
    const { title, acts, window, until, sealed, action, none, fields } = words.proposal;
    const times =
      validUntil === 0 ? [] : [validFrom === 0 ? until(day(validUntil)) : window(day(validFrom), day(validUntil))];
    return {
      title: title(nameOf(holder)),
      sentences: [acts[act]?.(kindOf(kind)) ?? String(act), ...times, sealed],
      action,
      fields: [
        { name: fields.holder, value: holder },
        { name: fields.kind, value: kindOf(kind) },
        { name: fields.jurisdiction, value: jurisdiction },
        { name: fields.act, value: String(act) },
        { name: fields.validFrom, value: validFrom === 0 ? none : day(validFrom) },
        { name: fields.validUntil, value: validUntil === 0 ? none : day(validUntil) },
        { name: fields.content, value: content },
        { name: fields.at, value: moment(at) },
      ],
    };
  },

  BoardSecret({ jurisdiction, content, at }: Values<"BoardSecret">): Card {
    const { title, sentences, action, fields } = words.secret;
    return {
      title: title(jurisdiction),
      sentences,
      action,
      fields: [
        { name: fields.jurisdiction, value: jurisdiction },
        { name: fields.content, value: content },
        { name: fields.at, value: moment(at) },
      ],
    };
  },

  LicenceCredential(values: CredentialValues): Card {
    const { holder, kind, jurisdiction, name, speciality, number, numberHash, issuedAt } = values;
    const { title, sentences, action, fields } = words.credential;
    return {
      title: title(name),
      sentences: sentences(name, kindOf(kind)),
      action,
      fields: [
        { name: fields.holder, value: holder },
        { name: fields.kind, value: kindOf(kind) },
        { name: fields.jurisdiction, value: jurisdiction },
        { name: fields.name, value: name },
        { name: fields.speciality, value: speciality },
        { name: fields.number, value: number },
        { name: fields.numberHash, value: numberHash },
        { name: fields.issuedAt, value: moment(issuedAt) },
      ],
    };
  },
} as const;

export function kindOf(kind: number): string {
  return words.kinds[kind] ?? String(kind);
}

const day = (seconds: number) => dayText(seconds);
const moment = (seconds: bigint) => momentText(Number(seconds));
