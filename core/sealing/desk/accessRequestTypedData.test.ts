import { hashTypedData } from "viem";
import { expect, it } from "vitest";
import { accessRequestTypedData } from "./accessRequestTypedData.ts";

it("is what a wallet signs, to the byte: the digest of one request, as another library has it", () => {
  const typedData = accessRequestTypedData({
    chainId: 31_337,
    consentRegistry: "0x5ac618273acf00b826f7cb16cf65528b1c8f6c08",
    doctor: "0x57d9cf97a5669a1105bb845235967167faccd3d1",
    kind: 2,
    keyId: `0x${"ab".repeat(32)}`,
    credential: { name: "Dr. Mira Okafor" },
    categories: [2, 7],
    until: 1_810_944_000,
  });
  expect(hashTypedData(typedData)).toBe("0xe188295df5c9a00618068268ac84d9f6eb69f5614d9442e1c860b833b215afd2");
});
