import { screens } from "./support/screens.ts";
import { patient } from "./support/screens/people.ts";
import { testScreens } from "./support/testScreens.ts";

testScreens(screens.filter(({ person }) => person !== patient));
