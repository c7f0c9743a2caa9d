import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { showOnPage } from "#test/support/showOnPage.tsx";
import { ByHand } from "./ByHand.tsx";

function shown() {
  const onWritten = vi.fn<(file: File) => void>();
  showOnPage(
    <QueryClientProvider client={new QueryClient()}>
      <ByHand onWritten={onWritten} />
    </QueryClientProvider>,
  );
  return onWritten;
}

const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const readOf = async (file: File | undefined) => JSON.parse(await file!.text()) as Record<string, unknown>;

describe("what is written down by hand", () => {
  it("becomes a file with the allergy in it, and gives the focus back", async () => {
    const onWritten = shown();
    await press("An allergy");
    await userEvent.fill(page.getByLabelText("What you are allergic to"), "Penicillin");
    await userEvent.fill(page.getByLabelText("What happens"), "Rash");
    await userEvent.selectOptions(page.getByLabelText("How bad it is"), "Moderate");
    await press("Write it down");
    const [file] = onWritten.mock.lastCall!;
    expect([file.name, file.type]).toEqual(["Allergy: Penicillin", "application/fhir+json"]);
    expect((await readOf(file))["reaction"]).toEqual([{ manifestation: [{ text: "Rash" }], severity: "moderate" }]);
    await expect.element(page.getByRole("button", { name: "An allergy" })).toHaveFocus();
    expect(page.getByRole("form").elements()).toEqual([]);
  });

  it("says in one sentence what is wrong, and loses nothing of what was typed", async () => {
    const onWritten = shown();
    await press("A measurement");
    await userEvent.fill(page.getByLabelText("Upper value (mmHg)"), "1320");
    await userEvent.fill(page.getByLabelText("Lower value (mmHg)"), "84");
    await press("Write it down");
    const sentence = "Please write two numbers, the upper from 40 to 320 and the lower from 20 to 220 (mmHg).";
    await expect.element(page.getByRole("alert")).toHaveTextContent(sentence);
    expect(onWritten).not.toHaveBeenCalled();
    await userEvent.fill(page.getByLabelText("Upper value (mmHg)"), "132");
    await press("Write it down");
    expect(onWritten.mock.lastCall![0].name).toBe("Blood pressure: 132/84 mmHg");
  });

  it("asks for one value in its own unit, and for a time that has been", async () => {
    const onWritten = shown();
    await press("A measurement");
    await userEvent.selectOptions(page.getByLabelText("What was measured"), "Temperature");
    await userEvent.fill(page.getByLabelText("Value (°C)"), "98.6");
    await press("Write it down");
    await expect.element(page.getByRole("alert")).toHaveTextContent("Please write a number from 25 to 45 (°C).");
    await userEvent.fill(page.getByLabelText("Value (°C)"), "36,6");
    const ahead = "This is still to come; please choose a time that has been.";
    await userEvent.fill(page.getByLabelText("When"), "2999-01-01T08:00");
    await press("Write it down");
    await expect.element(page.getByRole("alert")).toHaveTextContent(ahead);
    await userEvent.fill(page.getByLabelText("When"), "2024-05-31T08:00");
    await press("Write it down");
    expect(await readOf(onWritten.mock.lastCall![0])).toMatchObject({ valueQuantity: { value: 36.6, code: "Cel" } });
  });

  it("may be an illness, found by what people call it, or in one's own words", async () => {
    const onWritten = shown();
    const backwards = "It cannot have ended before it began; please look at the two days again.";
    await press("An illness");
    await userEvent.fill(page.getByRole("combobox", { name: "What you had or have" }), "apoplexy");
    await page.getByRole("option", { name: /^Stroke/ }).click();
    await userEvent.fill(page.getByLabelText("Since"), "2019");
    await userEvent.fill(page.getByLabelText("Until"), "2018");
    await press("Write it down");
    await expect.element(page.getByRole("alert")).toHaveTextContent(backwards);
    await userEvent.selectOptions(page.getByLabelText("Is it over?"), "It is still there");
    await press("Write it down");
    const [file] = onWritten.mock.lastCall!;
    expect(file.name).toBe("Illness: Stroke");
    const [coding] = ((await readOf(file))["code"] as { coding: object[] }).coding;
    expect(coding).toEqual({ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "I63.9" });

    await press("An illness");
    await userEvent.fill(page.getByRole("combobox", { name: "What you had or have" }), "Gran's cough");
    await userEvent.keyboard("{Enter}");
    await press("Write it down");
    expect((await readOf(onWritten.mock.lastCall![0]))["code"]).toEqual({ text: "Gran's cough" });
  });

  it("is given up with Cancel, and another kind is begun anew", async () => {
    const onWritten = shown();
    await press("A medicine");
    await userEvent.fill(page.getByLabelText("Name of the medicine"), "Ibuprofen");
    await press("An allergy");
    await expect.element(page.getByLabelText("What you are allergic to")).toHaveValue("");
    await press("Cancel");
    await expect.element(page.getByRole("button", { name: "An allergy" })).toHaveFocus();
    expect(onWritten).not.toHaveBeenCalled();
  });
});
