import type { BrowserContext } from "playwright";
import { type Hex, createWalletClient, http, numberToHex } from "viem";
import type { LocalAccount } from "viem";
import { inject } from "vitest";

type Asked = { method: string; params: readonly unknown[] };

export type TestWallet = {
  /** Everything it was ever asked, by name. */
  methods: string[];
  /** To what it is asked to sign or send next; without, it approves. */
  answers: ("approve" | "reject")[];
  /** Goes to another chain, as people do in their wallets. */
  moveTo(chainId: number): Promise<void>;
};

export type TestWalletParameters = { account: LocalAccount; chainId?: number; knowsOurChain?: boolean };

/** A wallet in the browser (EIP-6963) whose key is in Node, and whose prompts a test approves or rejects. */
export async function testWallet(context: BrowserContext, parameters: TestWalletParameters): Promise<TestWallet> {
  const { account, knowsOurChain = true } = parameters;
  let chainId = parameters.chainId ?? 31_337;
  const known = new Set([1, ...(knowsOurChain ? [31_337] : [])]);
  const wallet: TestWallet = { methods: [], answers: [], moveTo };

  async function moveTo(next: number) {
    chainId = next;
    for (const page of context.pages()) {
      await page.evaluate(
        (id) => dispatchEvent(new CustomEvent("test-wallet-chain", { detail: id })),
        numberToHex(next),
      );
    }
  }

  async function answer({ method, params }: Asked): Promise<unknown> {
    wallet.methods.push(method);
    if (method === "eth_chainId") return numberToHex(chainId);
    if (method === "eth_accounts") return [account.address];
    if (signing.has(method) && wallet.answers.shift() === "reject")
      throw { code: 4001, message: "The person said no." };
    switch (method) {
      case "eth_requestAccounts":
        return [account.address];
      case "wallet_switchEthereumChain": {
        const wanted = Number((params[0] as { chainId: Hex }).chainId);
        if (!known.has(wanted)) throw { code: 4902, message: "Unknown chain." };
        return moveTo(wanted).then(() => null);
      }
      case "wallet_addEthereumChain":
        known.add(Number((params[0] as { chainId: Hex }).chainId));
        return moveTo(Number((params[0] as { chainId: Hex }).chainId)).then(() => null);
      case "personal_sign":
        return account.signMessage({ message: { raw: params[0] as Hex } });
      case "eth_signTypedData_v4":
        return account.signTypedData(JSON.parse(params[1] as string));
      case "eth_sendTransaction": {
        const { to, data } = params[0] as { to: Hex; data: Hex };
        const client = createWalletClient({ account, transport: http(inject("world").rpcUrl) });
        return client.sendTransaction({ to, data, chain: null });
      }
      default:
        throw { code: 4200, message: `${method} is not known here.` };
    }
  }

  await context.exposeFunction("askTestWallet", async (asked: Asked) =>
    answer(asked).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    ),
  );
  await context.addInitScript(announceTestWallet);
  return wallet;
}

const signing: ReadonlySet<string> = new Set(["personal_sign", "eth_signTypedData_v4", "eth_sendTransaction"]);

/** Runs in the page. */
function announceTestWallet() {
  type Listener = (value: unknown) => void;
  const listeners = new Map<string, Set<Listener>>();
  const { askTestWallet } = globalThis as unknown as {
    askTestWallet(asked: object): Promise<{ result?: unknown; error?: object }>;
  };
  const provider = {
    async request({ method, params = [] }: { method: string; params?: unknown[] }) {
      const { result, error } = await askTestWallet({ method, params });
      if (error !== undefined) throw Object.assign(new Error("The wallet refused."), error);
      return result;
    },
    on: (name: string, listener: Listener) =>
      void listeners.set(name, (listeners.get(name) ?? new Set()).add(listener)),
    removeListener: (name: string, listener: Listener) => void listeners.get(name)?.delete(listener),
  };
  addEventListener("test-wallet-chain", (event) => {
    for (const listener of listeners.get("chainChanged") ?? []) listener((event as CustomEvent).detail);
  });
  const info = {
    uuid: "a3c1f3a0-6d0e-4ee8-9b5a-2b8d0c1d9d11",
    name: "Test wallet",
    icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
    rdns: "org.example.test-wallet",
  };
  const announce = () =>
    dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
  addEventListener("eip6963:requestProvider", announce);
  announce();
}
