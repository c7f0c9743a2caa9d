import { keccak256 } from "viem";
import { sampleCapsule } from "#test/support/sampleCapsule.ts";
import type { RolesWorld } from "./rolesWorld.ts";

/** Everybody there is, seen from one patient's chart. Whoever may do most comes last, so that the others ask before. */
export const roles = [
  "nobody",
  "stranger",
  "another patient",
  "operator",
  "future reader",
  "expired reader",
  "revoked reader",
  "former author",
  "suspended author",
  "withdrawn staff",
  "hospital staff",
  "contributor",
  "reader",
  "subject",
] as const;

export type Role = (typeof roles)[number];

/** A status, or the name of a refusal. */
export type Answer = number | string;

export type Row = {
  route: string;
  what: string;
  ask: (world: RolesWorld, role: Role) => Asked | Promise<Asked>;
  answers: Record<Role, Answer>;
  /** Whether what others are allowed here leaves everything of the subject's as it was. */
  isOthersOwn?: true;
};

export type Asked = readonly [path: string, init?: RequestInit];

type Some = Partial<Record<Role, Answer>>;

const everybody = (answer: Answer, exceptions: Some = {}): Record<Role, Answer> => ({
  ...(Object.fromEntries(roles.map((role) => [role, answer])) as Record<Role, Answer>),
  ...exceptions,
});
const signedIn = (answer: Answer, exceptions: Some = {}) =>
  everybody(answer, { nobody: "SignInNeeded", ...exceptions });
const some = (named: readonly Role[], answer: Answer): Some => Object.fromEntries(named.map((role) => [role, answer]));

const [readers, adding] = [["subject", "reader"] as const, ["contributor", "suspended author"] as const];

const capsule = ({ subject }: RolesWorld, digest: string) => `/charts/${subject.address}/capsules/${digest}`;
const grant = ({ subject, accounts }: RolesWorld, role: Role) => `/grants/${subject.address}/${accounts[role].address}`;
const put = (body: BodyInit, headers: Record<string, string> = {}): RequestInit => ({ method: "PUT", body, headers });
const post = (body: BodyInit): RequestInit => ({ method: "POST", body });
const remove: RequestInit = { method: "DELETE" };

/** The whole of it: who gets which answer to what. */
export const rolesTable: readonly Row[] = [
  { route: "GET /", what: "", ask: () => ["/"], answers: everybody(200) },
  { route: "GET /health", what: "", ask: () => ["/health"], answers: everybody(200) },
  { route: "GET /metrics", what: "on the same machine", ask: () => ["/metrics"], answers: everybody(200) },
  {
    route: "GET /metrics",
    what: "from elsewhere",
    ask: () => ["/metrics", { headers: { "X-Forwarded-For": "192.0.2.1" } }],
    answers: everybody("NotPermitted"),
  },

  { route: "GET /session/nonce", what: "", ask: () => ["/session/nonce"], answers: everybody(200) },
  {
    route: "POST /session",
    what: "as the subject, signed by oneself",
    ask: async (world, role) => ["/session", post(await world.signInAs(world.subject.address, role))],
    answers: everybody("SignInRefused", { subject: 200 }),
  },
  { route: "GET /session", what: "", ask: () => ["/session"], answers: signedIn(200) },

  {
    route: "PUT /blobs",
    what: "",
    ask: () => ["/blobs", put("a body")],
    answers: signedIn(201),
    isOthersOwn: true,
  },
  {
    route: "PUT /charts/:subject/capsules/:digest",
    what: "a capsule",
    ask(world) {
      const { digest, capsule: bytes } = sampleCapsule(world.subject.address);
      return [capsule(world, digest), put(bytes)];
    },
    answers: signedIn("NotGranted", { subject: 201, ...some(adding, 201) }),
  },
  {
    route: "PUT /charts/:subject/capsules/:digest",
    what: "a capsule, for a hospital that may add there",
    ask(world) {
      const { digest, capsule: bytes } = sampleCapsule(world.subject.address);
      return [`${capsule(world, digest)}?hospital=${world.hospital}`, put(bytes)];
    },
    answers: signedIn("NotGranted", { "hospital staff": 201 }),
  },
  {
    route: "PUT /charts/:subject/capsules/:digest",
    what: "other bytes in the place of a record",
    ask: (world) => [capsule(world, world.records.anothers.digest), put(sampleCapsule(world.subject.address).capsule)],
    answers: signedIn("NotGranted", { subject: "DigestWrong", ...some(adding, "DigestWrong") }),
  },
  {
    route: "PUT /charts/:subject/capsules/:digest",
    what: "a record that the subject has erased",
    ask: (world) => [capsule(world, world.records.erased.digest), put(world.records.erased.capsule)],
    answers: signedIn("NotGranted", { ...some(adding, "Erased"), subject: 201 }),
  },
  {
    route: "GET /charts/:subject/capsules/:digest",
    what: "a record",
    ask: (world) => [capsule(world, world.records.anothers.digest)],
    answers: signedIn("NotGranted", some(readers, 200)),
  },
  {
    route: "GET /charts/:subject/capsules/:digest",
    what: "a record of the former author's",
    ask: (world) => [capsule(world, world.records.formerAuthors.digest)],
    answers: signedIn("NotGranted", { ...some(readers, 200), "former author": 200 }),
  },
  {
    route: "GET /charts/:subject/capsules/:digest",
    what: "a record of the suspended author's",
    ask: (world) => [capsule(world, world.records.suspendedAuthors.digest)],
    answers: signedIn("NotGranted", { ...some(readers, 200), "suspended author": 200 }),
  },
  {
    route: "GET /charts/:subject/capsules/:digest",
    what: "what is not published yet",
    ask: (world) => [capsule(world, world.records.waiting.digest)],
    answers: signedIn("NotGranted", { subject: 200, reader: "NotFound" }),
  },
  {
    route: "GET /charts/:subject/capsules/:digest",
    what: "what is not there",
    ask: (world) => [capsule(world, keccak256("0x0a"))],
    answers: signedIn("NotGranted", some(readers, "NotFound")),
  },
  {
    route: "GET /charts/:subject/capsules/:digest",
    what: "a record, of a chart that there is not",
    ask: ({ records }) => [`/charts/0x${"11".repeat(20)}/capsules/${records.anothers.digest}`],
    answers: signedIn("NotGranted"),
  },
  {
    route: "GET /charts/:subject/capsules",
    what: "",
    ask: ({ subject }) => [`/charts/${subject.address}/capsules`],
    answers: signedIn("NotGranted", { ...some([...readers, ...adding], 200), "former author": 200 }),
  },
  {
    route: "GET /charts/:subject/capsules",
    what: "of a chart that there is not",
    ask: () => [`/charts/0x${"11".repeat(20)}/capsules`],
    answers: signedIn("NotGranted"),
  },
  {
    route: "DELETE /charts/:subject/capsules/:digest",
    what: "a record",
    ask: (world) => [capsule(world, world.records.erasable.digest), remove],
    answers: signedIn("NotPermitted", { subject: 204 }),
  },
  {
    route: "DELETE /charts/:subject/capsules/:digest",
    what: "what is not there",
    ask: (world) => [capsule(world, keccak256("0x0a")), remove],
    answers: signedIn("NotPermitted", { subject: 204 }),
  },

  {
    route: "PUT /grants/:subject/:grantee",
    what: "to the reader",
    ask: (world) => [`${grant(world, "reader")}?epoch=0`, put("a grant")],
    answers: signedIn("NotPermitted", { subject: 201 }),
  },
  {
    route: "PUT /grants/:subject/:grantee",
    what: "to the revoked reader",
    ask: (world) => [`${grant(world, "revoked reader")}?epoch=0`, put("a grant")],
    answers: signedIn("NotPermitted", { subject: "NotGranted" }),
  },
  {
    route: "GET /grants/:subject/:grantee",
    what: "the reader's",
    ask: (world) => [grant(world, "reader")],
    answers: signedIn("NotGranted", some(readers, 200)),
  },
  {
    route: "GET /grants/:subject/:grantee",
    what: "one's own",
    ask: (world, role) => [grant(world, role)],
    answers: signedIn("NotGranted", some([...readers, ...adding], 200)),
  },

  {
    route: "POST /relay",
    what: "a revocation in the subject's name, signed by oneself",
    ask: async (world, role) => ["/relay", post(await world.revocationBy(role))],
    answers: everybody("ConsentSignatureInvalid", { subject: 202 }),
  },
  {
    route: "POST /relay",
    what: "a record in the subject's chart, by oneself",
    ask: async (world, role) => ["/relay", post(await world.publicationBy(role))],
    answers: everybody("RecordAuthorUnlicensed", {
      "former author": "RecordConsentMissing",
      contributor: 202,
      subject: 202,
    }),
  },
  {
    route: "POST /relay",
    what: "a record in the subject's chart, as staff of a hospital that may add there",
    ask: async (world, role) => ["/relay", post(await world.publicationAsStaffBy(role))],
    answers: everybody("RecordStaffNotAppointed", { "hospital staff": 202 }),
  },
  {
    route: "GET /relay/:digest",
    what: "a message that was brought",
    ask: ({ relayed }) => [`/relay/${relayed}`],
    answers: everybody(200),
  },
  {
    route: "GET /relay/:digest",
    what: "another",
    ask: () => [`/relay/${keccak256("0x0b")}`],
    answers: everybody("NotFound"),
  },

  {
    route: "GET /charts/:subject",
    what: "",
    ask: ({ subject }) => [`/charts/${subject.address}`],
    answers: signedIn("NotGranted", some([...readers, ...adding], 200)),
  },
  { route: "GET /shared-with/me", what: "", ask: () => ["/shared-with/me"], answers: signedIn(200) },
  {
    route: "GET /log/:subject",
    what: "",
    ask: ({ subject }) => [`/log/${subject.address}`],
    answers: signedIn("NotPermitted", { subject: 200 }),
  },

  {
    route: "PUT /vaults/:address",
    what: "the subject's",
    ask: ({ subject, vault }) => [`/vaults/${subject.address}`, put(vault, { "If-Match": '"1"' })],
    answers: signedIn("NotPermitted", { subject: 200 }),
  },
  {
    route: "GET /vaults/:address",
    what: "the subject's",
    ask: ({ subject }) => [`/vaults/${subject.address}`],
    answers: signedIn("NotPermitted", { subject: 200 }),
  },
  {
    route: "PUT /credentials/:address",
    what: "the suspended author's",
    ask: ({ accounts, credential }) => [`/credentials/${accounts["suspended author"].address}`, put(credential)],
    answers: signedIn("NotPermitted", { "suspended author": 204 }),
    isOthersOwn: true,
  },
  {
    route: "PUT /credentials/:address",
    what: "the suspended author's as one's own",
    ask: ({ accounts, credential }, role) => [`/credentials/${accounts[role].address}`, put(credential)],
    answers: signedIn("CredentialInvalid", { "suspended author": 204 }),
    isOthersOwn: true,
  },
  {
    route: "GET /credentials/:address",
    what: "the suspended author's",
    ask: ({ accounts }) => [`/credentials/${accounts["suspended author"].address}?kind=0`],
    answers: everybody(200),
  },

  {
    route: "POST /inbox/:address",
    what: "to the subject",
    ask: ({ subject }) => [`/inbox/${subject.address}`, post("sealed")],
    answers: signedIn(201),
  },
  {
    route: "GET /inbox/:address",
    what: "the subject's",
    ask: ({ subject }) => [`/inbox/${subject.address}`],
    answers: signedIn("NotPermitted", { subject: 200 }),
  },
  {
    route: "DELETE /inbox/:address/:position",
    what: "a message to the subject",
    ask: ({ subject, message }) => [`/inbox/${subject.address}/${message}`, remove],
    answers: signedIn("NotPermitted", { subject: 204 }),
  },
  {
    route: "DELETE /inbox/:address/:position",
    what: "a message to the subject, as one's own",
    ask: ({ accounts, message }, role) => [`/inbox/${accounts[role].address}/${message}`, remove],
    answers: signedIn(204),
    isOthersOwn: true,
  },

  {
    route: "POST /desk/:mailbox",
    what: "",
    ask: (_, role) => [`/desk/${mailboxOf(role)}`, post("sealed")],
    answers: everybody(204),
    isOthersOwn: true,
  },
  { route: "GET /desk/:mailbox", what: "", ask: (_, role) => [`/desk/${mailboxOf(role)}`], answers: everybody(200) },

  {
    route: "DELETE /session",
    what: "one's own",
    ask: async ({ accounts, token }, role) => {
      const headers = { Authorization: `Bearer ${await token(accounts[role])}` };
      return ["/session", role === "nobody" ? remove : { ...remove, headers }];
    },
    answers: everybody(204),
    isOthersOwn: true,
  },
];

/** Eight messages fit into each. */
function mailboxOf(role: Role): string {
  return keccak256(new TextEncoder().encode(role)).slice(0, 34);
}

/** Whether an answer means that something of the subject's has changed. */
export function isChange({ route, answers, isOthersOwn }: Row, role: Role): boolean {
  const isAllowed = typeof answers[role] === "number" && !route.startsWith("GET ");
  return isAllowed && !(isOthersOwn === true && role !== "subject");
}
