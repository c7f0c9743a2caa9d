import type { Visit } from "./History.ts";
import { concept, loinc, snomed } from "./codings.ts";
import { observe } from "./observe.ts";

const smoking = concept("Smoking", loinc("72166-2", "Tobacco smoking status"));
const answers = {
  never: concept("Never smoked", snomed("266919005", "Never smoked tobacco")),
  former: concept("Used to smoke", snomed("8517006", "Ex-smoker")),
};

export function askAboutSmoking(visit: Visit, answer: keyof typeof answers): void {
  observe(visit, { kind: "social-history", what: smoking, value: answers[answer] });
}
