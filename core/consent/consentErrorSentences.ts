/** What a person is told. Engineers find the detail in the error's `detail`. */
export const consentErrorSentences = {
  TermsUnreadable: "This is not a consent that Ownchart can read.",
  TermsWithoutCategory: "Choose at least one part of the chart.",
  TermsCategoryUnknown: "This names a part of a chart that is not known here.",
  TermsPurposeUnknown: "This names a purpose that is not known here.",
  TermsAddressInvalid: "This is not the address of a person or an organisation.",
  TermsGranteeIsSubject: "It is your own chart; you need no permission for it.",
  TermsChainInvalid: "This does not say which chain the consent belongs to.",
  TermsTimeInvalid: "This is not a time that a consent can hold.",
  TermsWindowEmpty: "The end must lie after the beginning.",
  TermsSaltInvalid: "This consent is not protected against guessing; please ask for a new one.",
} as const;

export type ConsentErrorName = keyof typeof consentErrorSentences;
