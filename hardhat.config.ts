import { createRequire } from "node:module";
import hardhatEthers from "@nomicfoundation/hardhat-ethers";
import hardhatEthersChaiMatchers from "@nomicfoundation/hardhat-ethers-chai-matchers";
import hardhatKeystore from "@nomicfoundation/hardhat-keystore";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import { configVariable, defineConfig } from "hardhat/config";

/** Hardhat tells its makers what is run in a terminal, unless one objects. Nothing of a health record's tools does. */
process.env.HARDHAT_DISABLE_TELEMETRY = "true";

/** The compiler that npm installed, so that nothing has to be downloaded. */
const solcPath = createRequire(import.meta.url).resolve("solc/soljson.js");

/**
 * The intermediate representation makes cheaper code. Mutants and coverage, where only the behaviour counts, go without it
 * and are built quickly in a place of their own, so that nobody measures or deploys what they leave behind.
 */
const viaIR = process.env.OWNCHART_VIA_IR !== "off";
const built = viaIR ? "." : "cache/without-ir";

/** A nightly run looks further than every run does: more by variables. */
const fuzzRuns = Number(process.env.OWNCHART_FUZZ_RUNS ?? 256);
const invariantRuns = Number(process.env.OWNCHART_INVARIANT_RUNS ?? 256);
const invariantDepth = Number(process.env.OWNCHART_INVARIANT_DEPTH ?? 64);

/** The same seed draws the same cases again. */
const fuzzSeed = process.env.OWNCHART_FUZZ_SEED ?? `0x${"0c4a".padStart(64, "0")}`;

process.on("exit", (code) => {
  if (code !== 0 && process.argv.includes("solidity")) console.error(`Drawn from OWNCHART_FUZZ_SEED=${fuzzSeed}`);
});

/** They rebuild Chai for contract tests. Vitest, whose expectations stand on Chai too, must be spared that. */
const matchers = process.env.VITEST === undefined ? [hardhatEthersChaiMatchers] : [];

export default defineConfig({
  plugins: [hardhatEthers, hardhatKeystore, hardhatMocha, hardhatNetworkHelpers, ...matchers],
  solidity: {
    version: "0.8.37",
    path: solcPath,
    settings: {
      evmVersion: "osaka",
      viaIR,
      optimizer: { enabled: true, runs: 10_000 },
    },
    npmFilesToBuild: ["@openzeppelin/contracts/access/manager/AccessManager.sol"],
  },
  networks: {
    /** In this process, fresh for every test. */
    default: { type: "edr-simulated", chainType: "l1", hardfork: "osaka" },
    /** What `npm start` serves. */
    localhost: {
      type: "http",
      chainType: "l1",
      url: `http://127.0.0.1:${process.env.OWNCHART_CHAIN_PORT ?? 8545}`,
    },
    /** Any public EVM chain. Both values come from the environment or from Hardhat's keystore. */
    public: {
      type: "http",
      chainType: "l1",
      url: configVariable("OWNCHART_RPC_URL"),
      accounts: [configVariable("OWNCHART_DEPLOYER_KEY")],
    },
  },
  paths: {
    sources: ["contracts", "test/contracts/support/wallets"],
    artifacts: `${built}/artifacts`,
    cache: `${built}/cache`,
    tests: { mocha: "test/contracts", solidity: "contracts" },
  },
  test: {
    mocha: { timeout: 60_000 },
    solidity: {
      fuzz: { runs: fuzzRuns, seed: fuzzSeed },
      /** Handlers catch what the contracts refuse, so a revert is a mistake of the test; their arguments are dice. */
      invariant: {
        runs: invariantRuns,
        depth: invariantDepth,
        failOnRevert: true,
        dictionaryWeight: 0,
        includeStorage: false,
        includePushBytes: false,
      },
    },
  },
});
