import type { Browser, Page } from "playwright";
import { createWalletClient, http } from "viem";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { boardRole } from "#core/chain/boardRole.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { people } from "../../scripts/seed/people.ts";
import { samplePassphrase } from "../../scripts/seed/samplePassphrase.ts";
import { apply, applyAs, confirmCard, newNumber } from "./support/applyForLicence.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { deploymentHere } from "./support/deploymentHere.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";
import { testWallet } from "./support/testWallet.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const patiently = { timeout: 120_000 };

async function clerkAt(name: string): Promise<Page> {
  const clerk = await openApp(browser);
  await comeInAs(clerk, "Ruth Abara");
  await openApplication(clerk, name);
  return clerk;
}

const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const openApplication = (page: Page, name: string) =>
  page
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();

async function issue(clerk: Page) {
  await clerk.getByRole("button", { name: "Issue the licence" }).click();
  await confirm(clerk, "Issue");
  await confirm(clerk, "Sign and send");
  await clerk.getByText(/is licensed, and has been sent what you signed/).waitFor();
}

test("the board asks, the applicant answers, and is told why it was declined", patiently, async () => {
  const applicant = await openApp(browser);
  await applyAs(applicant, "Dr. Ask Back");
  const clerk = await clerkAt("Dr. Ask Back");
  await clerk.getByLabel("Your question").fill("Where did you study?");
  await clerk.getByRole("button", { name: "Send the question" }).click();
  await clerk.getByRole("dialog").getByText("“Where did you study?”").waitFor();
  await confirm(clerk, "Sign and send");
  await clerk.getByText("The question is sent.").waitFor();

  await applicant.getByText("Where did you study?").waitFor();
  await applicant.getByLabel("Your answer").fill("In Graz.");
  await applicant.getByRole("button", { name: "Send the answer" }).click();
  await confirm(applicant, "Sign and send");
  await applicant.getByText("Your answer is sent.").waitFor();

  await clerk.getByText("In Graz.").waitFor();
  await clerk.getByLabel("Reason").fill("We know no school of medicine of that name.");
  await clerk.getByRole("button", { name: "Decline it" }).click();
  await confirm(clerk, "Sign and send");
  await clerk.getByText("It is declined, and the applicant is told why.").waitFor();
  await applicant.getByText("We know no school of medicine of that name.").waitFor();
  expect(complaints).toEqual([]);
});

test("an application is withdrawn, and the board sees that", patiently, async () => {
  const applicant = await openApp(browser);
  await applyAs(applicant, "Dr. Second Thought");
  await applicant.getByRole("button", { name: "Withdraw it" }).click();
  await confirm(applicant, "Sign and send");
  await applicant.getByText("Your application is withdrawn.").waitFor();
  const clerk = await clerkAt("Dr. Second Thought");
  await clerk.getByRole("heading", { name: "Dr. Second Thought" }).waitFor();
  await clerk.getByText(/Withdrawn on/).waitFor();
  expect(await clerk.getByRole("button", { name: "Issue the licence" }).count()).toBe(0);
});

test("a number that another holds is told before, and refused by the register", patiently, async () => {
  const number = newNumber();
  const [first, second] = [await openApp(browser), await openApp(browser)];
  await applyAs(first, "Dr. First Holder", number);
  const clerk = await clerkAt("Dr. First Holder");
  await clerk.getByText("No licence of this board carries this number.").waitFor();
  await issue(clerk);
  await applyAs(second, "Dr. Same Number", number.toLowerCase());
  await clerk.getByRole("link", { name: "All applications" }).click();
  await openApplication(clerk, "Dr. Same Number");
  await clerk.getByText("Another licence carries this number: Dr. First Holder. Ask before you issue.").waitFor();
  await clerk.getByRole("button", { name: "Issue the licence" }).click();
  await clerk.getByText(/This licence number is carried by/).waitFor();
});

test("a licence is reinstated, and revoked with a reason that its holder reads", patiently, async () => {
  const doctor = await openApp(browser);
  await applyAs(doctor, "Dr. Up And Down");
  const clerk = await clerkAt("Dr. Up And Down");
  await issue(clerk);
  await doctor.getByRole("button", { name: "Publish my licence" }).click();
  await doctor.getByText("Published: patients find you as Dr. Up And Down.").waitFor();
  await clerk.getByRole("link", { name: "All applications" }).click();
  await clerk.getByRole("link", { name: "Register" }).click();
  const open = () => clerk.getByRole("button", { name: /Dr. Up And Down/ }).click();
  const choose = (act: string) => clerk.getByRole("dialog").getByRole("button", { name: act, exact: true }).click();

  await open();
  await choose("Suspend");
  await clerk.getByLabel("Reason for suspending").fill("A paper is missing.");
  await clerk.getByRole("button", { name: "Suspend the licence" }).click();
  await confirmCard(clerk, /^Tell Dr. Up And Down why/, "Sign and send");
  await confirmCard(clerk, /^Suspend the licence/, "Suspend");
  await doctor.getByText("A paper is missing.").waitFor();
  await doctor.getByText(/The board has suspended it. You can still read/).waitFor();

  await open();
  await choose("Reinstate");
  await clerk.getByRole("button", { name: "Reinstate the licence" }).click();
  await confirmCard(clerk, /^Reinstate the licence/, "Reinstate");
  await clerk.getByText("The licence counts again.").waitFor();
  await doctor.getByText(/^In force until/).waitFor();

  await open();
  await clerk
    .getByRole("dialog")
    .getByText(/by Ruth Abara/)
    .nth(2)
    .waitFor();
  await choose("Revoke");
  await clerk.getByLabel("Reason for revoking").fill("The paper was forged.");
  await clerk.getByRole("button", { name: "Revoke the licence" }).click();
  await confirmCard(clerk, /^Tell Dr. Up And Down why/, "Sign and send");
  await confirmCard(clerk, /^Revoke the licence/, "Revoke");
  await doctor.getByText("The paper was forged.").waitFor();
  await apply(doctor, { name: "Dr. Up Again", number: newNumber() });
  expect(complaints).toEqual([]);
});

test("a licence that ends soon is asked for again, and renewed, but for no shorter a time", patiently, async () => {
  const number = newNumber();
  const doctor = await openApp(browser);
  await applyAs(doctor, "Dr. Nearly Over", number);
  const clerk = await clerkAt("Dr. Nearly Over");
  await clerk.getByLabel("Until").fill(dayAhead(20));
  await issue(clerk);
  await doctor.getByRole("button", { name: "Publish my licence" }).click();
  await doctor.getByText(/^It ends in \d+ days\. Ask for another term now/).waitFor();
  await doctor.getByRole("link", { name: /^Notices/ }).click();
  await doctor.getByText(/^Licensed physician: it ends on/).waitFor();
  await doctor.getByRole("link", { name: /^Licensed physician until/ }).click();
  await doctor.getByRole("link", { name: "Ask for another term" }).click();
  await doctor.getByRole("heading", { name: "Ask for another term" }).waitFor();
  await doctor.getByRole("button", { name: "Send to the board" }).click();
  await confirm(doctor, "Sign and send");
  await doctor.getByText("Your application is with the board.").waitFor();

  await clerk.getByRole("link", { name: "All applications" }).click();
  await clerk
    .getByRole("link", { name: /Dr. Nearly Over.*Another term/ })
    .first()
    .click();
  await clerk.getByLabel("Until").fill(dayAhead(10));
  await clerk.getByRole("button", { name: "Renew the licence" }).click();
  await clerk.getByRole("alert").first().waitFor();
  await clerk.getByLabel("Until").fill(dayAhead(800));
  await clerk.getByRole("button", { name: "Renew the licence" }).click();
  await confirm(clerk, "Renew");
  await clerk.getByText("The licence is renewed.").waitFor();
  await expect.poll(() => doctor.getByText(/^It ends in/).count()).toBe(0);
});

test("whoever may not act alone proposes, and another member decides or sends it back", patiently, async () => {
  const [doctor, assistant] = [await openApp(browser), await openApp(browser)];
  await applyAs(doctor, "Dr. Two Hands");
  await comeInAs(assistant, "Jonas Keel");
  await assistant.getByText(/You may not act alone/).waitFor();
  await openApplication(assistant, "Dr. Two Hands");
  await assistant.getByRole("button", { name: "Propose to issue it" }).click();
  await assistant.getByRole("dialog").getByText("You propose to issue a licence as physician.").waitFor();
  await confirm(assistant, "Sign and send");
  await assistant.getByText("Your proposal is with the members who decide.").waitFor();

  const clerk = await openApp(browser);
  await comeInAs(clerk, "Ruth Abara");
  const proposal = clerk.getByRole("region", { name: "Issue a licence to Dr. Two Hands" });
  await proposal.getByText(/Proposed by .* they sit on the board/).waitFor();
  await proposal.getByRole("button", { name: "Approve" }).click();
  await confirm(clerk, "Issue");
  await confirm(clerk, "Sign and send");
  await clerk.getByText("It is done as it was proposed.").waitFor();
  await doctor.getByText(/^In force until/).waitFor();

  await assistant.getByRole("link", { name: "All applications" }).click();
  await assistant.getByRole("link", { name: "Register" }).click();
  await doctor.getByRole("button", { name: "Publish my licence" }).click();
  await assistant.getByRole("button", { name: /Dr. Two Hands/ }).click();
  await assistant.getByRole("dialog").getByRole("button", { name: "Suspend", exact: true }).click();
  await assistant.getByLabel("Reason for suspending").fill("I heard something.");
  await assistant.getByRole("button", { name: "Propose to suspend it" }).click();
  await confirmCard(assistant, /^Propose a decision/, "Sign and send");
  const doubt = clerk.getByRole("region", { name: "Suspend the licence of Dr. Two Hands" });
  await doubt.getByText("“I heard something.”").waitFor();
  await doubt.getByRole("button", { name: "Send back" }).click();
  await doubt.getByLabel("Why it is sent back").fill("Hearsay.");
  await doubt.getByRole("button", { name: "Send back" }).click();
  await confirm(clerk, "Sign and send");
  await clerk.getByText("It is sent back.").waitFor();
  await assistant.getByRole("link", { name: "Applications" }).click();
  await assistant.getByText("Hearsay.").waitFor();
  expect(complaints).toEqual([]);
});

test(
  "what the clerk's wallet says no to, or would send elsewhere, did not happen, and can be done again",
  patiently,
  async () => {
    const applicant = await openApp(browser);
    await applyAs(applicant, "Dr. Not Yet");
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const wallet = await testWallet(context, { account: people.boardMember.account });
    const clerk = await openApp(browser, {}, context);
    await clerk.getByRole("button", { name: "Use Test wallet" }).click();
    await confirm(clerk, "Sign in");
    await clerk.getByLabel("Passphrase").fill(samplePassphrase);
    await clerk.getByRole("button", { name: "Unlock" }).click();
    await openApplication(clerk, "Dr. Not Yet");

    await clerk.getByRole("button", { name: "Issue the licence" }).click();
    await clerk.getByRole("dialog").getByRole("button", { name: "Not now" }).click();
    await clerk.getByText(/The transaction was not sent/).waitFor();
    wallet.answers.push("reject");
    await clerk.getByRole("button", { name: "Issue the licence" }).click();
    await confirm(clerk, "Issue");
    await clerk.getByRole("button", { name: "Issue the licence" }).waitFor();
    await wallet.moveTo(1);
    const sent = () => wallet.methods.filter((method) => method === "eth_sendTransaction").length;
    const before = sent();
    await clerk.getByRole("button", { name: "Issue the licence" }).click();
    await confirm(clerk, "Issue");
    await clerk.getByText(/The transaction was not sent/).waitFor();
    expect(sent()).toBe(before);
    await wallet.moveTo(31_337);
    await issue(clerk);
  },
);

test("what an interruption left behind is sent later", patiently, async () => {
  const applicant = await openApp(browser);
  await applyAs(applicant, "Dr. Half Done");
  const clerk = await clerkAt("Dr. Half Done");
  await clerk.getByRole("button", { name: "Issue the licence" }).click();
  await confirm(clerk, "Issue");
  await clerk.getByRole("dialog", { name: "Certify Dr. Half Done" }).getByRole("button", { name: "Not now" }).click();
  await clerk.getByText("Issued, but its holder has not been sent what you sign.").waitFor();
  await clerk.getByRole("button", { name: "Sign and send it" }).click();
  await confirm(clerk, "Sign and send");
  await clerk.getByText("Its holder has it now.").waitFor();
  await applicant.getByRole("button", { name: "Publish my licence" }).waitFor();
});

test("a board is shown to its members alone, and to nobody who was dismissed", patiently, async () => {
  const [patient, assistant] = [await openApp(browser), await openApp(browser)];
  await comeInAs(patient, "Tomás Rivera");
  await patient.getByRole("link", { name: "Vault" }).waitFor();
  expect(await patient.getByRole("link", { name: "Board" }).count()).toBe(0);
  await comeInAs(assistant, "Jonas Keel");
  await assistant.getByText(/You may not act alone/).waitFor();
  await manage("revokeRole", [seat.role, seat.member]);
  try {
    await assistant.getByText("You do not sit on a board, or no longer.").waitFor();
    await assistant.getByRole("link", { name: "Board", exact: true }).waitFor({ state: "hidden" });
  } finally {
    await manage("grantRole", [seat.role, seat.member, 86_400]);
  }
});

const seat = { role: boardRole(people.jurisdiction), member: people.boardAssistant.account.address };

/** The root of the board seats and dismisses its members. */
async function manage(functionName: "grantRole" | "revokeRole", args: readonly unknown[]): Promise<void> {
  const { contracts } = await deploymentHere();
  const root = createWalletClient({ account: people.boardRoot.account, transport: http(inject("world").rpcUrl) });
  const manager = { address: contracts.AccessManager, abi: contractAbis.AccessManager, chain: null };
  await root.writeContract({ ...manager, functionName, args } as never);
}
