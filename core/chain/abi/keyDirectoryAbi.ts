// Generated from the compiled contract by `npm run bindings`.
export const keyDirectoryAbi = [
  {"inputs":[],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[],"name":"InvalidShortString","type":"error"},
  {"inputs":[{"internalType":"uint8","name":"suite","type":"uint8"},{"internalType":"uint256","name":"expected","type":"uint256"},{"internalType":"uint256","name":"given","type":"uint256"}],"name":"KeyLengthWrong","type":"error"},
  {"inputs":[{"internalType":"address","name":"owner","type":"address"},{"internalType":"uint32","name":"expected","type":"uint32"},{"internalType":"uint32","name":"given","type":"uint32"}],"name":"KeyNonceStale","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"deadline","type":"uint256"}],"name":"KeySignatureExpired","type":"error"},
  {"inputs":[{"internalType":"address","name":"owner","type":"address"}],"name":"KeySignatureInvalid","type":"error"},
  {"inputs":[{"internalType":"uint8","name":"suite","type":"uint8"}],"name":"KeySuiteUnknown","type":"error"},
  {"inputs":[{"internalType":"string","name":"str","type":"string"}],"name":"StringTooLong","type":"error"},
  {"anonymous":false,"inputs":[],"name":"EIP712DomainChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"owner","type":"address"},{"indexed":false,"internalType":"uint8","name":"suite","type":"uint8"},{"indexed":false,"internalType":"bytes","name":"key","type":"bytes"}],"name":"KeyPublished","type":"event"},
  {"inputs":[],"name":"eip712Domain","outputs":[{"internalType":"bytes1","name":"fields","type":"bytes1"},{"internalType":"string","name":"name","type":"string"},{"internalType":"string","name":"version","type":"string"},{"internalType":"uint256","name":"chainId","type":"uint256"},{"internalType":"address","name":"verifyingContract","type":"address"},{"internalType":"bytes32","name":"salt","type":"bytes32"},{"internalType":"uint256[]","name":"extensions","type":"uint256[]"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"owner","type":"address"}],"name":"keys","outputs":[{"internalType":"bytes24","name":"hash","type":"bytes24"},{"internalType":"uint32","name":"nonce","type":"uint32"},{"internalType":"uint8","name":"suite","type":"uint8"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint8","name":"suite","type":"uint8"},{"internalType":"bytes","name":"key","type":"bytes"}],"name":"publishKey","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"components":[{"internalType":"address","name":"owner","type":"address"},{"internalType":"uint8","name":"suite","type":"uint8"},{"internalType":"bytes","name":"key","type":"bytes"},{"internalType":"uint32","name":"nonce","type":"uint32"}],"internalType":"struct IKeyDirectory.PublishKey","name":"message","type":"tuple"},{"internalType":"uint256","name":"deadline","type":"uint256"},{"internalType":"bytes","name":"signature","type":"bytes"}],"name":"publishKeyBySig","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const;
