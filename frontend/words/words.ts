import { activity } from "./activity.ts";
import { adding } from "./adding.ts";
import { byHand } from "./byHand.ts";
import { categories } from "./categories.ts";
import { chart } from "./chart.ts";
import { common } from "./common.ts";
import { correcting } from "./correcting.ts";
import { desk } from "./desk.ts";
import { drafts } from "./drafts.ts";
import { errors } from "./errors.ts";
import { newDevice } from "./newDevice.ts";
import { patients } from "./patients.ts";
import { inLocale } from "./inLocale.ts";
import { results } from "./results.ts";
import { sharing } from "./sharing.ts";
import { shell } from "./shell.ts";
import { transactions } from "./transactions.ts";
import { underWay } from "./underWay.ts";
import { vault } from "./vault.ts";
import { vaultScreen } from "./vaultScreen.ts";
import { welcome } from "./welcome.ts";

const english = {
  activity,
  adding,
  byHand,
  categories,
  chart,
  common,
  correcting,
  desk,
  drafts,
  errors,
  newDevice,
  patients,
  results,
  sharing,
  shell,
  transactions,
  underWay,
  vault,
  vaultScreen,
  welcome,
};

/** Whatever a person reads. */
export const words = inLocale(english);
