import type { SensitiveCategory } from "./SensitiveCategory.ts";

/** Groups of the WHO's ATC classification; each holds every code that begins with it. */
export const sensitiveAtcGroups: Partial<Record<SensitiveCategory, Record<string, string>>> = {
  "mental-health": {
    N05: "antipsychotics, anxiolytics, sleeping pills",
    N06A: "antidepressants",
    N06B: "stimulants",
    N06C: "antidepressants, combined",
    N06D: "dementia",
    N07B: "addiction",
  },
  "sexual-health": {
    G02B: "contraceptives, local",
    G03A: "contraceptives, hormonal",
    G03G: "fertility",
    G03XB: "ending a pregnancy",
    G04BE: "erectile dysfunction",
    J05AE: "HIV, protease inhibitors",
    J05AG: "HIV, reverse transcriptase inhibitors",
    J05AJ: "HIV, integrase inhibitors",
    J05AR: "HIV, combinations",
  },
};

/**
 * Words of names as RxNorm and prescriptions write them: few charts outside Europe hold ATC codes. Ingredients that
 * most people take for something else (duloxetine for pain, sildenafil for the lungs) are left out.
 */
export const sensitiveMedicineWords: Partial<Record<SensitiveCategory, Record<string, string>>> = {
  "mental-health": {
    depression:
      "citalopram escitalopram fluoxetine fluvoxamine paroxetine sertraline venlafaxine desvenlafaxine mirtazapine " +
      "bupropion trazodone vortioxetine",
    "psychosis and mania":
      "lithium aripiprazole clozapine haloperidol lurasidone olanzapine paliperidone quetiapine risperidone ziprasidone",
    "anxiety and sleep": "alprazolam buspirone clonazepam diazepam lorazepam zolpidem zopiclone",
    attention: "amphetamine dextroamphetamine lisdexamfetamine methylphenidate atomoxetine",
    addiction: "acamprosate disulfiram naltrexone buprenorphine methadone",
    dementia: "donepezil galantamine memantine rivastigmine",
  },
  "sexual-health": {
    contraception:
      "desogestrel drospirenone ethinyl etonogestrel levonorgestrel medroxyprogesterone norelgestromin norethindrone " +
      "norgestimate ulipristal camila errin estrostep kyleena levora liletta mirena natazia trinessa yaz",
    "fertility, ending a pregnancy": "clomiphene mifepristone",
    HIV:
      "abacavir atazanavir bictegravir cabotegravir darunavir dolutegravir efavirenz emtricitabine raltegravir " +
      "rilpivirine",
  },
};
