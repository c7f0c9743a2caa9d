import { type Hex, bytesToHex, hexToBytes, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { readShared } from "#test/support/shared.ts";
import { canonicalJson } from "../consent/canonicalJson.ts";
import { termsHash } from "../consent/termsHash.ts";
import { bytesOf } from "./body/bytesOf.ts";
import { openBody } from "./body/openBody.ts";
import { sealBody } from "./body/sealBody.ts";
import { streamOf } from "./body/streamOf.ts";
import { openCapsule } from "./capsule/openCapsule.ts";
import { categorySeed, epochSeed } from "./epochSeed.ts";
import { openGrant } from "./grant/openGrant.ts";
import { identitySeed } from "./identitySeed.ts";
import { keyIdOf } from "./keyIdOf.ts";
import { keyPairOf } from "./keyPairOf.ts";
import { keyringOf } from "./keyring.ts";
import { keysetOf } from "./keyset/keysetOf.ts";
import { openKeyset } from "./keyset/openKeyset.ts";
import type { Suite } from "./suites.ts";

/** The files of test vectors: ours, and the house's where it lies beside the project. */
