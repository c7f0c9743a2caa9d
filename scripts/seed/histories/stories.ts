import type { History } from "./History.ts";
import { appendicitis } from "./stories/appendicitis.ts";
import { asthma } from "./stories/asthma.ts";
import { checkUps } from "./stories/checkUps.ts";
import { childhood } from "./stories/childhood.ts";
import { chlamydia } from "./stories/chlamydia.ts";
import { depression } from "./stories/depression.ts";
import { diabetes } from "./stories/diabetes.ts";
import { familyRisk } from "./stories/familyRisk.ts";
import { pregnancy } from "./stories/pregnancy.ts";

/** Each is told in chapters, which may run side by side. */
export const stories = {
  diabetes: [diabetes],
  pregnancy: [checkUps, pregnancy],
  childhood: [childhood],
  appendicitis: [checkUps, appendicitis, chlamydia],
  depression: [checkUps, depression, familyRisk],
  asthma: [checkUps, asthma],
} satisfies Record<string, ((history: History) => void)[]>;

export type StoryName = keyof typeof stories;
