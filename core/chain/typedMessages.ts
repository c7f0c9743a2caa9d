/**
 * Every message that somebody can sign instead of sending a transaction: its members in the order in which they are
 * signed, the contract that takes it, the function, and the member that holds the signer.
 *
 * The Solidity structs have the same members but for the deadline, which the functions take beside the struct.
 */
export const typedMessages = {
  PublishKey: {
    contract: "KeyDirectory",
    functionName: "publishKeyBySig",
    signer: "owner",
    members: [
      { name: "owner", type: "address" },
      { name: "suite", type: "uint8" },
      { name: "key", type: "bytes" },
      { name: "nonce", type: "uint32" },
      { name: "deadline", type: "uint256" },
    ],
  },
  OpenChart: {
    contract: "ConsentRegistry",
    functionName: "openChartBySig",
    signer: "subject",
    members: [
      { name: "subject", type: "address" },
      { name: "keyset", type: "bytes32" },
      { name: "deadline", type: "uint256" },
    ],
  },
  Grant: {
    contract: "ConsentRegistry",
    functionName: "grantBySig",
    signer: "subject",
    members: [
      { name: "subject", type: "address" },
      { name: "grantee", type: "address" },
      { name: "read", type: "bool" },
      { name: "contribute", type: "bool" },
      { name: "validFrom", type: "uint40" },
      { name: "validUntil", type: "uint40" },
      { name: "terms", type: "bytes32" },
      { name: "nextKeyset", type: "bytes32" },
      { name: "grantNonce", type: "uint32" },
      { name: "generation", type: "uint32" },
      { name: "epoch", type: "uint32" },
      { name: "deadline", type: "uint256" },
    ],
  },
  Revoke: {
    contract: "ConsentRegistry",
    functionName: "revokeBySig",
    signer: "subject",
    members: [
      { name: "subject", type: "address" },
      { name: "grantee", type: "address" },
      { name: "nextKeyset", type: "bytes32" },
      { name: "revokeNonce", type: "uint32" },
      { name: "epoch", type: "uint32" },
      { name: "deadline", type: "uint256" },
    ],
  },
  RevokeAll: {
    contract: "ConsentRegistry",
    functionName: "revokeAllBySig",
    signer: "subject",
    members: [
      { name: "subject", type: "address" },
      { name: "nextKeyset", type: "bytes32" },
      { name: "generation", type: "uint32" },
      { name: "epoch", type: "uint32" },
      { name: "deadline", type: "uint256" },
    ],
  },
  Rotate: {
    contract: "ConsentRegistry",
    functionName: "rotateBySig",
    signer: "subject",
    members: [
      { name: "subject", type: "address" },
      { name: "epoch", type: "uint32" },
      { name: "nextKeyset", type: "bytes32" },
      { name: "deadline", type: "uint256" },
    ],
  },
  Publish: {
    contract: "RecordRegistry",
    functionName: "publishBySig",
    signer: "author",
    members: [
      { name: "author", type: "address" },
      { name: "subject", type: "address" },
      { name: "epoch", type: "uint32" },
      { name: "capsules", type: "bytes32[]" },
      { name: "deadline", type: "uint256" },
    ],
  },
  PublishAsStaff: {
    contract: "RecordRegistry",
    functionName: "publishAsStaffBySig",
    signer: "staff",
    members: [
      { name: "staff", type: "address" },
      { name: "hospital", type: "address" },
      { name: "subject", type: "address" },
      { name: "epoch", type: "uint32" },
      { name: "capsules", type: "bytes32[]" },
      { name: "deadline", type: "uint256" },
    ],
  },
  Supersede: {
    contract: "RecordRegistry",
    functionName: "supersedeBySig",
    signer: "author",
    members: [
      { name: "author", type: "address" },
      { name: "subject", type: "address" },
      { name: "epoch", type: "uint32" },
      { name: "oldCapsule", type: "bytes32" },
      { name: "newCapsule", type: "bytes32" },
      { name: "deadline", type: "uint256" },
    ],
  },
  MarkEnteredInError: {
    contract: "RecordRegistry",
    functionName: "markEnteredInErrorBySig",
    signer: "author",
    members: [
      { name: "author", type: "address" },
      { name: "subject", type: "address" },
      { name: "capsule", type: "bytes32" },
      { name: "deadline", type: "uint256" },
    ],
  },
  Dispute: {
    contract: "RecordRegistry",
    functionName: "disputeBySig",
    signer: "subject",
    members: [
      { name: "subject", type: "address" },
      { name: "capsule", type: "bytes32" },
      { name: "deadline", type: "uint256" },
    ],
  },
  Appoint: {
    contract: "StaffRegistry",
    functionName: "appointBySig",
    signer: "hospital",
    members: [
      { name: "hospital", type: "address" },
      { name: "staff", type: "address" },
      { name: "validUntil", type: "uint40" },
      { name: "appointNonce", type: "uint32" },
      { name: "deadline", type: "uint256" },
    ],
  },
  Withdraw: {
    contract: "StaffRegistry",
    functionName: "withdrawBySig",
    signer: "hospital",
    members: [
      { name: "hospital", type: "address" },
      { name: "staff", type: "address" },
      { name: "withdrawNonce", type: "uint32" },
      { name: "deadline", type: "uint256" },
    ],
  },
} as const;

export type TypedMessages = typeof typedMessages;
export type MessageName = keyof TypedMessages;
