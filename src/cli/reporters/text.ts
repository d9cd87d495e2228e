import { existsSync, readFileSync } from 'node:fs';
import type { AssessedFee, Assessment, Grounds } from '../../assessment/index.ts';
import { groupDocuments, groupFees } from '../../checklist/index.ts';
import type { Reader, Texts, TextTree } from '../../texts/index.ts';
import { createTexts, sayDays } from '../../texts/index.ts';
import { badCall } from '../bad-input.ts';
import { parseJson } from '../read-pack.ts';

/** An assessment as lines for a terminal; each line ends with the answers and sources it rests on. */
export async function writeAsText(
  assessment: Assessment,
  { language, reader }: { language: string; reader: Reader | undefined },
): Promise<readonly string[]> {
  const texts = await readTexts(language, assessment.pack.id);
  return new TextReport(assessment, { texts, reader }).lines();
}

async function readTexts(language: string, pack: string): Promise<Texts> {
  const read = (namespace: string): TextTree => {
    const file = `locales/${language}/${namespace}.json`;
    return existsSync(file) ? (parseJson(readFileSync(file, 'utf8'), file) as TextTree) : {};
  };
  if (!existsSync(`locales/${language}/${pack}.json`)) throw badCall('--lang', 'a language of the pack, such as en or es', language);
  return createTexts(language, { ui: read('ui'), common: read('common'), [pack]: read(pack) });
}

class TextReport {
  private readonly say: (key: string) => string;
  private readonly texts: Texts;
  private readonly self: string;

  constructor(
    private readonly assessment: Assessment,
    { texts, reader }: { texts: Texts; reader: Reader | undefined },
  ) {
    this.texts = texts;
    this.say = (key) => texts.pack(assessment.pack.id, key, reader);
    this.self = reader === 'selfEmployed' ? 'Self' : '';
  }

  lines(): readonly string[] {
    return [
      ...this.headline(),
      ...this.unknowns(),
      ...this.blockers(),
      ...this.warnings(),
      ...this.steps(),
      ...this.documents(),
      ...this.fees(),
      ...this.deadlines(),
    ];
  }

  private headline(): string[] {
    const { outcome, recommended, settledRoute, pack, asOf, because } = this.assessment;
    const route = recommended ?? settledRoute;
    const answer = route === null || outcome === 'undetermined' ? this.texts.ui('result.undetermined') : this.say(`routes.${route}.answer`);
    const made = this.texts.ui('print.made', {
      date: this.texts.day(asOf),
      version: pack.version,
      reviewed: this.texts.day(pack.reviewedOn),
    });
    return [
      this.texts.ui(`outcome.${outcome}`),
      `${answer}${this.why({ because, sources: [] })}`,
      `${this.texts.ui('result.notApplied')} ${made}`,
    ];
  }

  /** "I don't know" that matters: what to find out, and where. */
  private unknowns(): string[] {
    const { findOut, findOutAt, outcome } = this.assessment;
    if (findOut.length === 0) return [];
    const offices = this.texts.list(findOutAt.map((id) => this.say(`offices.${id}.name`)));
    return [
      '',
      this.texts.ui(outcome === 'undetermined' ? 'result.findOut' : 'result.findOutStops'),
      ...findOut.map((id) => `- ${this.say(`questions.${id}.ask`)}`),
      ...(findOutAt.length > 0 ? [this.texts.ui('result.findOutAt', { offices })] : []),
      this.texts.ui('result.findOutWhere'),
    ];
  }

  private blockers(): string[] {
    const { blockers } = this.assessment;
    if (blockers.length === 0) return [];
    return [
      '',
      this.texts.ui('blockers.title', { count: blockers.length }),
      ...blockers.map(
        (blocker) => `- ${this.say(`blockers.${blocker.id}.name`)}: ${this.say(`blockers.${blocker.id}.why`)}${this.why(blocker)}`,
      ),
    ];
  }

  private warnings(): string[] {
    const { warnings } = this.assessment;
    if (warnings.length === 0) return [];
    return [
      '',
      this.texts.ui('warnings.title'),
      ...warnings.map((warning) => `- ${this.say(`warnings.${warning.id}.text`)}${this.mark(warning.status)}${this.why(warning)}`),
    ];
  }

  private steps(): string[] {
    const { steps } = this.assessment;
    if (steps.length === 0) return [];
    return [
      '',
      this.texts.ui('steps.title'),
      ...steps.map((step, index) => {
        const time = step.days ? sayDays(this.texts, step.days) : this.texts.ui('steps.timeUnknown');
        return `${index + 1}. ${this.say(`steps.${step.id}.name`)} (${this.texts.ui(`actor.${step.actor}${this.self}`)}; ${time})${this.mark(step.status)}${this.why(step)}`;
      }),
    ];
  }

  private documents(): string[] {
    return groupDocuments(this.assessment.documents, this.assessment.steps).flatMap(({ provider, count, steps }) => [
      '',
      this.texts.ui(`documents.by.${provider}${this.self}`, { count }),
      ...steps.flatMap(({ entries }) =>
        entries.flatMap(({ oneOf, documents, elsewhere }) => [
          ...(oneOf === null ? [] : [`  ${this.say(`oneOf.${oneOf}`)} (${this.texts.ui('documents.oneIsEnough')})`]),
          ...documents.map(
            (document) =>
              `${oneOf === null ? '' : '  '}[ ] ${this.say(`documents.${document.id}.name`)}${this.mark(document.status)}${this.why(document)}`,
          ),
          ...(elsewhere.length > 0 ? [`  ${this.alsoEnough(elsewhere)}`] : []),
        ]),
      ),
    ]);
  }

  private alsoEnough(documents: Assessment['documents']): string {
    return this.texts.ui('documents.alsoEnough', { names: this.texts.list(documents.map(({ id }) => this.say(`documents.${id}.name`))) });
  }

  private fees(): string[] {
    return groupFees(this.assessment.fees).flatMap(({ payer, fees, totals }) => [
      '',
      `${this.texts.ui('fees.title')}: ${this.texts.ui(`fees.by.${payer}${this.self}`)}`,
      ...fees.map((fee) => `- ${this.say(`fees.${fee.id}.name`)}: ${this.amount(fee)}${this.mark(fee.status)}${this.why(fee)}`),
      ...totals
        .filter(({ known }) => known > 0)
        .map(({ known, currency }) => `${this.texts.ui('fees.total', { currency })} ${this.texts.money(known, currency)}`),
    ]);
  }

  private amount({ amount, quantity, range, currency }: AssessedFee): string {
    if (amount !== null && quantity !== null) return this.texts.money(amount * quantity, currency);
    if (range === null) return this.texts.ui('fees.unknownAmount');
    return this.texts.ui('fees.reported', { least: this.texts.money(range.least, currency), most: this.texts.money(range.most, currency) });
  }

  private deadlines(): string[] {
    const { deadlines } = this.assessment;
    if (deadlines.length === 0) return [];
    return [
      '',
      this.texts.ui('deadlines.title'),
      ...deadlines.map((deadline) => {
        const date =
          deadline.date === null ? '' : ` ${this.texts.ui(`deadlines.${deadline.meaning}`, { date: this.texts.day(deadline.date) })}.`;
        return `- ${this.say(`deadlines.${deadline.id}.name`)}: ${this.say(`deadlines.${deadline.id}.rule`)}${date}${this.why(deadline)}`;
      }),
    ];
  }

  private mark(status: 'required' | 'possible'): string {
    return status === 'possible' ? ` (${this.texts.ui('item.possible')})` : '';
  }

  private why({ because, sources }: Pick<Grounds, 'because' | 'sources'>): string {
    const parts = [...because.map((id) => this.say(`questions.${id}.short`)), ...sources];
    return parts.length === 0 ? '' : ` [${parts.join('; ')}]`;
  }
}
