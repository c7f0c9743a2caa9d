import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { showOnPage } from "#test/support/showOnPage.tsx";
import { RecoveryCodeTest } from "./RecoveryCodeTest.tsx";

const groups = ["70A1B", "2CD3E", "4FG5H", "6JK7M", "8NP9Q", "R0"];

function shown() {
  const [onDone, onBack] = [vi.fn(), vi.fn()];
  showOnPage(<RecoveryCodeTest code={groups.join("-")} onDone={onDone} onBack={onBack} />);
  return { onDone, onBack };
}

/** Types into each field what the group with its number is, read in some way. */
async function typeGroups(read: (group: string) => string) {
  const fields = page.getByLabelText(/^Group \d$/).elements() as HTMLInputElement[];
  expect(fields).toHaveLength(2);
  for (const field of fields) {
    const place = Number(/\d/.exec(field.labels![0]!.textContent)![0]) - 1;
    await userEvent.fill(field, read(groups[place]!));
  }
}

describe("the test of a recovery code on paper", () => {
  it("is passed with the two groups, however their letters were read", async () => {
    const { onDone } = shown();
    await typeGroups((group) => ` ${group.toLowerCase().replaceAll("0", "o").replaceAll("1", "l")} `);
    await page.getByRole("button", { name: "Check" }).click();
    expect(onDone).toHaveBeenCalledOnce();
  });

  it("says which group is wrong, and lets one try again", async () => {
    const { onDone } = shown();
    await typeGroups(() => "WR0NG");
    await page.getByRole("button", { name: "Check" }).click();
    await expect.element(page.getByText(/Group \d is not what was shown/)).toBeVisible();
    expect(onDone).not.toHaveBeenCalled();
    await typeGroups((group) => group);
    await page.getByRole("button", { name: "Check" }).click();
    expect(onDone).toHaveBeenCalledOnce();
  });

  it("lets one look at the code again", async () => {
    const { onBack } = shown();
    await page.getByRole("button", { name: "Show the code again" }).click();
    expect(onBack).toHaveBeenCalledOnce();
  });
});
