// Generated from the compiled contract by `npm run bindings`.
export const auditLogAbi = [
  {"inputs":[{"internalType":"uint64","name":"current","type":"uint64"},{"internalType":"uint64","name":"given","type":"uint64"}],"name":"AuditCountNotGrowing","type":"error"},
  {"inputs":[],"name":"AuditHeadZero","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"gateway","type":"address"},{"indexed":false,"internalType":"bytes32","name":"head","type":"bytes32"},{"indexed":false,"internalType":"uint64","name":"count","type":"uint64"}],"name":"Anchored","type":"event"},
  {"inputs":[{"internalType":"bytes32","name":"head","type":"bytes32"},{"internalType":"uint64","name":"count","type":"uint64"}],"name":"anchor","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"gateway","type":"address"}],"name":"heads","outputs":[{"internalType":"uint64","name":"count","type":"uint64"},{"internalType":"bytes24","name":"hash","type":"bytes24"}],"stateMutability":"view","type":"function"},
] as const;
