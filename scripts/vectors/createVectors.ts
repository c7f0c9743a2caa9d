import { addressBytes } from "#core/sealing/addressBytes.ts";
import { deskVector, sealDesk } from "./deskVector.ts";
import { grantVectors } from "./grantVectors.ts";
import { bothSuites, identityVectors, keyTreeVectors, keysetVectors } from "./keyVectors.ts";
import { allFaults } from "./mustFail/allFaults.ts";
import { recordVector, sealRecords } from "./recordVectors.ts";
import { roots, scene } from "./scene.ts";
import { vaultVectors } from "./vaultVectors.ts";
import { vectorsText } from "./vectorsText.ts";

const about =
  "Everything that Ownchart seals, in all its formats of version 1, and what has to be refused. Made up from end to end. " +
  "Byte i of a record's content is i modulo 251. A body of more than 70,000 bytes of content is left out, since it follows " +
  "from dek, streamHeader and contentLength. Bytes are hex, bodies base64. In mustFail, what an entry does not say is said " +
  "at the top; a capsule may be [entry, byte, mask], which is that entry's with the mask XORed onto the byte; a body is a " +
  "list of pieces, base64 or [record, from, to]. Written by `npm run vectors`.";

/** The whole file of test vectors, the same on every run. */
export async function createVectors(): Promise<string> {
  const { chainId, ...addresses } = scene;
  const { recordRegistry, consentRegistry, subject, author, grantee } = addresses;
  const records = [...(await sealRecords(1)), ...(await sealRecords(2))];
  const vaults = await vaultVectors();
  const desk = await sealDesk();
  return vectorsText({
    format: 1,
    about,
    chainId,
    recordRegistry: addressBytes(recordRegistry),
    consentRegistry: addressBytes(consentRegistry),
    subject: addressBytes(subject),
    author: addressBytes(author),
    grantee: addressBytes(grantee),
    root: roots.subject,
    granteeRoot: roots.grantee,
    keyTree: keyTreeVectors(),
    identity: identityVectors(),
    keysets: keysetVectors(),
    records: records.map(recordVector),
    grants: bothSuites.flatMap(grantVectors),
    vaults,
    desk: deskVector(desk),
    mustFail: await allFaults({ records, vault: vaults[0]!, desk }),
  });
}
