import type { Category } from "../categories.ts";

/** Where each FHIR R4 resource belongs when nothing inside it says more, and why. */
export const typesByCategory: Partial<Record<Category, Record<string, string>>> = {
  summary: {
    "who the patient is": "Patient",
    "what to know before doing anything":
      "AllergyIntolerance AdverseEvent DetectedIssue Flag Device DeviceUseStatement",
    "problems and risks": "Condition FamilyMemberHistory RiskAssessment List",
    "what is aimed at, and by whom": "CarePlan CareTeam Goal",
  },
  encounters: {
    "what happened": "Encounter EpisodeOfCare Procedure BodyStructure BiologicallyDerivedProduct ResearchSubject",
    "what was found and thought": "Observation ClinicalImpression QuestionnaireResponse GuidanceResponse",
    "what was written and said":
      "Composition DocumentReference DocumentManifest Communication CommunicationRequest Binary Basic",
    "what was ordered": "ServiceRequest RequestGroup DeviceRequest NutritionOrder VisionPrescription",
  },
  labs: { "tests and what they were made from": "DiagnosticReport Specimen" },
  imaging: { "pictures of the body": "ImagingStudy Media" },
  medications: {
    "medicines prescribed, given, taken":
      "Medication MedicationAdministration MedicationDispense MedicationKnowledge MedicationRequest MedicationStatement",
  },
  immunizations: { vaccinations: "Immunization ImmunizationEvaluation ImmunizationRecommendation" },
  vitals: { "what a monitor measures": "DeviceMetric" },
  genomics: { sequences: "MolecularSequence" },
  administrative: {
    "money and insurance":
      "Account ChargeItem Claim ClaimResponse Coverage CoverageEligibilityRequest CoverageEligibilityResponse " +
      "EnrollmentRequest EnrollmentResponse ExplanationOfBenefit InsurancePlan Invoice PaymentNotice " +
      "PaymentReconciliation",
    "other people, places, institutions":
      "Endpoint Group HealthcareService Location Organization OrganizationAffiliation Person Practitioner " +
      "PractitionerRole RelatedPerson",
    "appointments, goods, errands": "Appointment AppointmentResponse Schedule Slot SupplyDelivery SupplyRequest Task",
    "papers and traces":
      "AuditEvent Bundle Consent Contract Linkage MessageHeader OperationOutcome Parameters Provenance Subscription " +
      "VerificationResult",
    "definitions, catalogues, studies: they tell of nobody":
      "ActivityDefinition CapabilityStatement CatalogEntry ChargeItemDefinition CodeSystem CompartmentDefinition " +
      "ConceptMap DeviceDefinition EffectEvidenceSynthesis EventDefinition Evidence EvidenceVariable ExampleScenario " +
      "GraphDefinition ImplementationGuide Library Measure MeasureReport MedicinalProduct " +
      "MedicinalProductAuthorization MedicinalProductContraindication MedicinalProductIndication " +
      "MedicinalProductIngredient MedicinalProductInteraction MedicinalProductManufactured MedicinalProductPackaged " +
      "MedicinalProductPharmaceutical MedicinalProductUndesirableEffect MessageDefinition NamingSystem " +
      "ObservationDefinition OperationDefinition PlanDefinition Questionnaire ResearchDefinition " +
      "ResearchElementDefinition ResearchStudy RiskEvidenceSynthesis SearchParameter SpecimenDefinition " +
      "StructureDefinition StructureMap Substance SubstanceNucleicAcid SubstancePolymer SubstanceProtein " +
      "SubstanceReferenceInformation SubstanceSourceMaterial SubstanceSpecification TerminologyCapabilities " +
      "TestReport TestScript ValueSet",
  },
};

/**
 * A type that R4 does not have may hold anything about a body: it goes where clinicians look, never to those who were
 * given the paperwork alone.
 */
export const categoryOfUnknownTypes: Category = "encounters";

/**
 * People, places and allergies keep their place whatever codes they hold: a psychiatrist's address is an address, and
 * an allergy unseen may kill. Only a label of its own moves one.
 */
export const typesWithoutSensitiveCodes: ReadonlySet<string> = new Set([
  "AllergyIntolerance",
  ..."Patient Person RelatedPerson Group Practitioner PractitionerRole".split(" "),
  ..."Organization OrganizationAffiliation HealthcareService Location Endpoint InsurancePlan".split(" "),
]);
