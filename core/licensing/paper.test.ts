import fc from "fast-check";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import { LicensingError } from "./LicensingError.ts";
import type { Application, BoardLetter, BoardProposal, BoardSecret, Draft, Paper } from "./Paper.ts";
import { noPaper, paperId } from "./paperId.ts";
import { parsePaper } from "./parsePaper.ts";
import { signPaper } from "./signPaper.ts";
import { verifyPaper } from "./verifyPaper.ts";

const signer = privateKeyToAccount(`0x${"11".repeat(32)}`);
const stranger = privateKeyToAccount(`0x${"22".repeat(32)}`);
const place = { chainId: 31_337, licenceRegistry: `0x${"aa".repeat(20)}` } as const;
const common = { jurisdiction: "US-MA", at: 1_800_000_000 };
const holder = `0x${"bb".repeat(20)}` as const;

const application: Draft<Application> = {
  paper: "application",
  ...common,
  kind: 0,
  content: {
    purpose: "new",
    name: "Dr. Ada Marlow",
    speciality: "surgery",
    number: "MD-1",
    note: "I studied in Graz.\nMy papers are below.",
    documents: [
      {
        title: "diploma.pdf",
        mediaType: "application/pdf",
        size: 12,
        cid: "bafkreibdiploma",
        key: `0x${"cc".repeat(32)}`,
      },
    ],
  },
};
const letter: Draft<BoardLetter> = {
  paper: "letter",
  ...common,
  to: holder,
  kind: 0,
  about: "question",
  text: "Which year?",
  of: noPaper,
};
const proposal: Draft<BoardProposal> = {
  paper: "proposal",
  ...common,
  holder,
  kind: 0,
  act: "suspend",
  validFrom: 0,
  validUntil: 0,
  content: { of: noPaper, name: "", speciality: "", number: "", reason: "A complaint is open." },
};
const secret: Draft<BoardSecret> = {
  paper: "secret",
  ...common,
  content: { secret: `0x${"dd".repeat(32)}` },
};
const papers = [application, letter, proposal, secret] as Draft<Paper>[];

describe.each(papers.map((paper) => [paper.paper, paper] as const))("a paper: %s", (_, paper) => {
  test("is read after JSON, as whom signed it", async () => {
    const signed = await signPaper<Paper>({ paper, signer, place });
    const read = await verifyPaper(JSON.parse(JSON.stringify(signed)), place);
    expect(read).toEqual(signed);
    expect(read.by).toBe(signer.address.toLowerCase());
  });

  test("that somebody else signed in another's name is refused", async () => {
    const signed = await signPaper<Paper>({ paper, signer: stranger, place });
    const forged = { ...signed, by: signer.address.toLowerCase() };
    await expect(verifyPaper(forged, place)).rejects.toMatchObject({ name: "PaperNotSigned" });
  });

  test("counts for one register on one chain", async () => {
    const signed = await signPaper<Paper>({ paper, signer, place });
    for (const other of [{ chainId: 1 }, { licenceRegistry: holder }])
      await expect(verifyPaper(signed, { ...place, ...other })).rejects.toMatchObject({ name: "PaperNotSigned" });
  });

  test("of which anything was changed is refused", async () => {
    const signed = await signPaper<Paper>({ paper, signer, place });
    for (const change of changesOf(signed))
      await expect(verifyPaper(change, place), JSON.stringify(change)).rejects.toBeInstanceOf(LicensingError);
  });

  test("with another member, or without one, is none", async () => {
    const signed = await signPaper<Paper>({ paper, signer, place });
    expect(() => parsePaper({ ...signed, remark: "" })).toThrow(LicensingError);
    for (const member of Object.keys(signed))
      expect(() => parsePaper({ ...signed, [member]: undefined })).toThrow(LicensingError);
  });

  test("has an id that is its own", async () => {
    const signed = await signPaper<Paper>({ paper, signer, place });
    const { at } = signed;
    expect(paperId(signed, place)).toBe(paperId({ ...signed, signature: `0x${"00".repeat(65)}` } as Paper, place));
    expect(paperId({ ...signed, at: at + 1 } as Paper, place)).not.toBe(paperId(signed, place));
  });
});

test("what no reader would accept is not signed", async () => {
  const turned = { ...application, content: { ...application.content, name: "Ada\u202eMarlow" } };
  await expect(signPaper({ paper: turned as typeof application, signer, place })).rejects.toMatchObject({
    name: "PaperUnreadable",
  });
});

test("anything at all is read or refused by that name alone", () => {
  fc.assert(
    fc.property(fc.constantFrom(...papers), fc.string(), fc.anything(), (paper, member, value) => {
      try {
        parsePaper({ ...paper, by: holder, signature: `0x${"00".repeat(65)}`, [member]: value });
      } catch (error) {
        expect(error).toBeInstanceOf(LicensingError);
      }
    }),
  );
});

/** The paper with each of its values changed, however deep, to another of the same form where there is one. */
function* changesOf(value: unknown): Generator<unknown> {
  if (typeof value === "string" && /^0x[0-9a-f]+$/.test(value))
    yield value.replace(/.$/, (it) => (it === "1" ? "2" : "1"));
  else if (typeof value === "string") yield `${value}x`;
  else if (typeof value === "number") yield value + 1;
  else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      for (const changed of changesOf(member)) {
        if (Array.isArray(value)) yield Object.assign([...value], { [name]: changed });
        else yield { ...value, [name]: changed };
      }
    }
  }
}
