import type { AssessedDocument } from '../assessment/index.ts';
import type { DocumentEntry, DocumentsAtStep, DocumentsByProvider } from './checklist.ts';

/** Documents by who brings them and by the step at which they are handed over, in the order of the steps. */
export function groupDocuments(documents: readonly AssessedDocument[], steps: readonly { id: string }[]): readonly DocumentsByProvider[] {
  const order = new Map(steps.map((step, index) => [step.id, index]));
  const position = (step: string | null): number => (step === null ? Infinity : (order.get(step) ?? Infinity));
  const providers = [...new Set(documents.map((document) => document.provider))];
  return providers.map((provider) => {
    const own = documents.filter((document) => document.provider === provider);
    const atSteps = [...new Set(own.map((document) => document.step))].sort((a, b) => position(a) - position(b));
    return {
      provider,
      count: own.length,
      steps: atSteps.map((step): DocumentsAtStep => ({
        step,
        entries: joinAlternatives(
          own.filter((document) => document.step === step),
          documents,
        ),
      })),
    };
  });
}

/** Puts papers of which one is enough into one entry, where the first of them stands, and notes those that stand elsewhere. */
function joinAlternatives(here: readonly AssessedDocument[], all: readonly AssessedDocument[]): readonly DocumentEntry[] {
  const entries: { oneOf: string | null; documents: AssessedDocument[] }[] = [];
  for (const document of here) {
    const group = document.oneOf === null ? undefined : entries.find((entry) => entry.oneOf === document.oneOf);
    if (group) group.documents.push(document);
    else entries.push({ oneOf: document.oneOf, documents: [document] });
  }
  return entries.map(({ oneOf, documents }) => {
    const elsewhere = oneOf === null ? [] : all.filter((document) => document.oneOf === oneOf && !documents.includes(document));
    return { oneOf: documents.length + elsewhere.length > 1 ? oneOf : null, documents, elsewhere };
  });
}
