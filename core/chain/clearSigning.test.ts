import { readFile, readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parseDeployment } from "./parseDeployment.ts";
import { type MessageName, typedMessages } from "./typedMessages.ts";

type Field = { path: string; label: string; format: string; params?: object; visible?: unknown };
type Format = { intent: string; interpolatedIntent: string; fields: Field[] };
type Descriptor = {
  context: { eip712: { domain: object; deployments: object[] } };
  metadata: { contractName: string; enums?: Record<string, object> };
  display: { formats: Record<string, Format> };
};

const docs = new URL("../../docs/clear-signing/", import.meta.url);
const descriptors = await Promise.all(
  ["ConsentRegistry", "KeyDirectory", "RecordRegistry", "StaffRegistry"].map(
    async (contract) => JSON.parse(await readFile(new URL(`eip712-${contract}.json`, docs), "utf8")) as Descriptor,
  ),
);

/** The formats that show a value of a type in full. */
const formatsOf: Record<string, string[]> = {
  address: ["addressName"],
  bool: ["raw"],
  bytes: ["raw"],
  bytes32: ["raw"],
  "bytes32[]": ["raw"],
  uint8: ["enum"],
  uint32: ["raw"],
  uint40: ["date"],
  uint256: ["date"],
};

/** What a wallet need not show: numbers that only say which state is signed, and hashes that tell a person nothing. */
const stateNumbers = ["appointNonce", "epoch", "generation", "grantNonce", "nonce", "revokeNonce", "withdrawNonce"];
const mayBeHidden = [...stateNumbers, "key", "keyset", "terms"];

describe.each(Object.entries(typedMessages))("the ERC-7730 description of %s", (name, { contract, members }) => {
  const encodedType = `${name}(${members.map((member) => `${member.type} ${member.name}`).join(",")})`;
  const descriptor = descriptors.find(({ metadata }) => metadata.contractName === contract)!;
  const format = descriptor.display.formats[encodedType]!;

  test("is kept under the exact type that is signed", () => {
    expect(Object.keys(descriptor.display.formats)).toContain(encodedType);
  });

  test("shows every member once, in order, in a format of its type, under a label of its own", () => {
    const shown = format.fields.map(({ path }) => path.replace(".[]", ""));
    expect(shown).toEqual(members.map((member) => member.name));
    expect(new Set(format.fields.map(({ label }) => label)).size).toBe(members.length);
    for (const [index, field] of format.fields.entries()) {
      const { type } = members[index]!;
      expect(formatsOf[type], `${field.path}: ${type}`).toContain(field.format);
      expect(field.path.endsWith(".[]")).toBe(type.endsWith("[]"));
      if (field.format === "date") expect(field.params).toEqual({ encoding: "timestamp" });
    }
  });

  test("hides nothing that a person decides on", () => {
    for (const { path, visible } of format.fields) {
      if (visible === "optional") expect(mayBeHidden).toContain(path);
      else if (path === "validFrom") expect(visible).toEqual({ ifNotIn: [0] });
      else if (path === "nextKeyset" && name !== "Rotate")
        expect(visible).toEqual({ ifNotIn: [`0x${"0".repeat(64)}`] });
      else expect(visible).toBeUndefined();
    }
  });

  test("says in a few words what is signed, and names only members in the sentence", () => {
    expect(format.intent.length).toBeLessThanOrEqual(40);
    const named = [...format.interpolatedIntent.matchAll(/\{(.*?)\}/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(0);
    expect(members.map((member) => member.name as string)).toEqual(expect.arrayContaining(named));
  });
});

describe.each(descriptors.map((descriptor) => [descriptor.metadata.contractName, descriptor] as const))(
  "the descriptor of %s",
  (contract, { context, metadata, display }) => {
    test("describes messages of this contract and nothing else", () => {
      const described = Object.keys(display.formats).map((type) => type.split("(")[0] as MessageName);
      expect(described.filter((name) => typedMessages[name]?.contract !== contract)).toEqual([]);
    });

    test("binds to our domain, on every public chain that we are deployed on", async () => {
      expect(context.eip712.domain).toEqual({ name: "Ownchart", version: "1" });
      const folder = new URL("deployments/", import.meta.url);
      const files = (await readdir(folder).catch(() => [])).filter((file) => /^(?!31337)\d+\.json$/.test(file));
      const deployments = await Promise.all(
        files.map(async (file) => {
          const { chainId, contracts } = parseDeployment(JSON.parse(await readFile(new URL(file, folder), "utf8")));
          return { chainId, address: contracts[contract as keyof typeof contracts] };
        }),
      );
      expect(context.eip712.deployments).toEqual(deployments);
    });

    test("refers only to enumerations that it has", () => {
      const references = JSON.stringify(display).matchAll(/"\$ref":"\$\.metadata\.enums\.(\w+)"/g);
      for (const [, name] of references) expect(Object.keys(metadata.enums ?? {})).toContain(name);
    });
  },
);
