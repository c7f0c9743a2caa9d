import { type TypedDataDomain, TypedDataEncoder, type TypedDataField } from "ethers";
import { type Person, signDigest } from "./people.ts";
import type { Stack } from "./stack.ts";

/** Every message that can be signed, written down apart from core/chain, so that two hands have to agree. */
export const signedMessages = {
  PublishKey: {
    contract: "keys",
    call: "publishKeyBySig",
    signer: "owner",
    members: fields("address owner,uint8 suite,bytes key,uint32 nonce,uint256 deadline"),
  },
  OpenChart: {
    contract: "consents",
    call: "openChartBySig",
    signer: "subject",
    members: fields("address subject,bytes32 keyset,uint256 deadline"),
  },
  Grant: {
    contract: "consents",
    call: "grantBySig",
    signer: "subject",
    members: fields(
      "address subject,address grantee,bool read,bool contribute,uint40 validFrom,uint40 validUntil,bytes32 terms," +
        "bytes32 nextKeyset,uint32 grantNonce,uint32 generation,uint32 epoch,uint256 deadline",
    ),
  },
  Revoke: {
    contract: "consents",
    call: "revokeBySig",
    signer: "subject",
    members: fields(
      "address subject,address grantee,bytes32 nextKeyset,uint32 revokeNonce,uint32 epoch,uint256 deadline",
    ),
  },
  RevokeAll: {
    contract: "consents",
    call: "revokeAllBySig",
    signer: "subject",
    members: fields("address subject,bytes32 nextKeyset,uint32 generation,uint32 epoch,uint256 deadline"),
  },
  Rotate: {
    contract: "consents",
    call: "rotateBySig",
    signer: "subject",
    members: fields("address subject,uint32 epoch,bytes32 nextKeyset,uint256 deadline"),
  },
  Publish: {
    contract: "records",
    call: "publishBySig",
    signer: "author",
    members: fields("address author,address subject,uint32 epoch,bytes32[] capsules,uint256 deadline"),
  },
  PublishAsStaff: {
    contract: "records",
    call: "publishAsStaffBySig",
    signer: "staff",
    members: fields("address staff,address hospital,address subject,uint32 epoch,bytes32[] capsules,uint256 deadline"),
  },
  Supersede: {
    contract: "records",
    call: "supersedeBySig",
    signer: "author",
    members: fields(
      "address author,address subject,uint32 epoch,bytes32 oldCapsule,bytes32 newCapsule,uint256 deadline",
    ),
  },
  MarkEnteredInError: {
    contract: "records",
    call: "markEnteredInErrorBySig",
    signer: "author",
    members: fields("address author,address subject,bytes32 capsule,uint256 deadline"),
  },
  Dispute: {
    contract: "records",
    call: "disputeBySig",
    signer: "subject",
    members: fields("address subject,bytes32 capsule,uint256 deadline"),
  },
  Appoint: {
    contract: "staff",
    call: "appointBySig",
    signer: "hospital",
    members: fields("address hospital,address staff,uint40 validUntil,uint32 appointNonce,uint256 deadline"),
  },
  Withdraw: {
    contract: "staff",
    call: "withdrawBySig",
    signer: "hospital",
    members: fields("address hospital,address staff,uint32 withdrawNonce,uint256 deadline"),
  },
} as const;

export type MessageName = keyof typeof signedMessages;
export type Values = Record<string, any> & { deadline: number | bigint };

function fields(signature: string): TypedDataField[] {
  return signature.split(",").map((field) => {
    const [type, name] = field.split(" ") as [string, string];
    return { type, name };
  });
}

export function domainOf(stack: Stack, name: MessageName): TypedDataDomain {
  const verifyingContract = stack[signedMessages[name].contract].target as string;
  return { name: "Ownchart", version: "1", chainId: 31_337, verifyingContract };
}

/** What a signer of the message signs, by ethers; a changed domain makes it a message to somebody else. */
export function digestOf(stack: Stack, name: MessageName, values: Values, changed: TypedDataDomain = {}): string {
  const types = { [name]: [...signedMessages[name].members] };
  return TypedDataEncoder.hash({ ...domainOf(stack, name), ...changed }, types, values);
}

export function signMessage(stack: Stack, signer: Person, name: MessageName, values: Values): string {
  return signDigest(signer, digestOf(stack, name, values));
}

/** Brings a message to its contract, sent by somebody whom it does not concern. */
export function bring(stack: Stack, name: MessageName, values: Values, signature: string, sender = stack.relay) {
  const { contract, call } = signedMessages[name];
  type Takers = Stack["consents"] & Stack["keys"] & Stack["records"] & Stack["staff"];
  const functions = stack[contract].connect(sender) as unknown as Takers;
  return functions[call](values, values.deadline, signature);
}

/** Brings a message that the signer signs on the spot. */
export function relay(stack: Stack, signer: Person, name: MessageName, values: Values) {
  return bring(stack, name, values, signMessage(stack, signer, name, values));
}
