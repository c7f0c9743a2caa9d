import { patientOfScreens, screens } from "./support/screens.ts";
import { testScreens } from "./support/testScreens.ts";

testScreens(screens.filter(({ person }) => person !== patientOfScreens));
