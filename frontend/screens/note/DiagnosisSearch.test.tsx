import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { showOnPage } from "#test/support/showOnPage.tsx";
import { type ChosenDiagnosis, DiagnosisSearch } from "./DiagnosisSearch.tsx";

function shown() {
  const onChoose = vi.fn<(chosen: ChosenDiagnosis) => void>();
  const onSubmit = vi.fn<() => void>();
  showOnPage(
    <QueryClientProvider client={new QueryClient()}>
      <form action={onSubmit}>
        <DiagnosisSearch label="Find" onChoose={onChoose} />
        <button type="submit">Send</button>
      </form>
    </QueryClientProvider>,
  );
  return { onChoose, onSubmit };
}

const box = page.getByRole("combobox", { name: "Find" });
const options = page.getByRole("option");
const selected = page.getByRole("option", { selected: true });

async function type(text: string) {
  await userEvent.fill(box, text);
  await expect.element(options.first()).toBeVisible();
}

describe("the search for a diagnosis", () => {
  it("offers nothing before something is typed, and says how many fit", async () => {
    shown();
    await expect.element(box).toHaveAttribute("aria-expanded", "false");
    await type("positional vertigo");
    await expect.element(box).toHaveAttribute("aria-expanded", "true");
    await expect.element(page.getByRole("status")).toHaveTextContent("1 diagnosis fits");
    await type("xylophone");
    await expect.element(page.getByRole("status")).toHaveTextContent("Nothing in the list fits.");
  });

  it("goes through what fits with the arrows, round and round, and the field says which one it is at", async () => {
    shown();
    await type("migraine with");
    const all = options.elements();
    const active = () => all.find(({ id }) => id === box.element().getAttribute("aria-activedescendant"));
    expect(active()).toBe(all[0]);
    await userEvent.keyboard("{ArrowDown}");
    expect(active()).toBe(all[1]);
    expect(selected.elements()).toEqual([all[1]]);
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    expect(active()).toBe(all.at(-1));
    await expect.element(selected).toHaveTextContent("Add “migraine with” in your own words");
    await expect.element(selected).toBeInViewport();
  });

  it("takes one with Enter, which sends no form, and is ready for the next", async () => {
    const { onChoose, onSubmit } = shown();
    await type("stroke");
    await userEvent.keyboard("{Enter}");
    expect(onChoose).toHaveBeenLastCalledWith({ name: "Stroke", code: "I63.9" });
    await expect.element(box).toHaveValue("");
    await expect.element(box).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(onChoose).toHaveBeenCalledTimes(1);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it("takes one by a click, or what was typed in one's own words", async () => {
    const { onChoose } = shown();
    await type("apoplexy");
    await options.first().click();
    expect(onChoose).toHaveBeenLastCalledWith({ name: "Stroke", code: "I63.9" });
    await type(" Paint  cough ");
    await userEvent.keyboard("{Enter}");
    expect(onChoose).toHaveBeenLastCalledWith({ name: "Paint cough", code: "" });
  });

  it("is closed by Escape, which keeps what was typed, and opened again by an arrow", async () => {
    shown();
    await type("stroke");
    await userEvent.keyboard("{Escape}");
    await expect.element(box).toHaveAttribute("aria-expanded", "false");
    await expect.element(box).toHaveValue("stroke");
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(box).toHaveAttribute("aria-expanded", "true");
    await userEvent.tab();
    await expect.element(box).toHaveAttribute("aria-expanded", "false");
  });
});
