import type { Checked } from './fault.ts';
import { scopeOf } from './compile-pack.ts';
import { listQuestions, toPack } from './compile-recruitment.ts';
import { ConditionReader } from './read-condition.ts';
import type { Pack } from './schema/pack-schema.ts';
import type {
  PackRecruitment,
  Recruitment,
  RecruitmentCell,
  RecruitmentDuty,
  RecruitmentPaper,
  RecruitmentQuestion,
} from './schema/recruitment-schema.ts';
import type { Scope } from './scope.ts';
import { FaultList } from './scope.ts';

/**
 * Takes one country's share of the self-check, and refuses every id in it that leads nowhere.
 *
 * @param file where the rules stand, for the faults
 * @param pack the country's pack, with the sources that packs share
 */
export function linkRecruitment(file: string, rules: Recruitment, pack: Pack): Checked<PackRecruitment> {
  const list = new FaultList(file);
  const value = select(list, rules, pack);
  new RecruitmentLinker(list, pack, value).link();
  if (list.faults.length > 0) return { ok: false, faults: list.faults };
  const cited = citedIn(value);
  return { ok: true, value: { ...value, sources: pack.sources.filter(({ id }) => cited.has(id)) } };
}

/** Everything that the share cites. */
function citedIn(value: PackRecruitment): ReadonlySet<string> {
  const items = [value.principles, value.costs, value.treaties, value.questions, value.duties, value.papers, value.rights, [value.dangerSigns]];
  return new Set(items.flatMap((list) => list.flatMap(({ sources }) => sources)));
}

function select(list: FaultList, rules: Recruitment, pack: Pack): PackRecruitment {
  const country = pack.id;
  // A new country starts without a self-check. Once one severity names it, none may be missing.
  const isNamed = rules.questions.some(({ severity }) => severity?.[country] !== undefined);
  const duties = rules.duties.flatMap(({ id, who, countries }): RecruitmentDuty[] => {
    const here = countries[country];
    return here ? [{ id, who, ...here }] : [];
  });
  return {
    principles: rules.principles,
    costs: rules.costs,
    treaties: rules.treaties.flatMap(({ id, countries }) => {
      const here = countries[country];
      return here ? [{ id, ...here }] : [];
    }),
    questions: isNamed ? rules.questions.map((question) => selectQuestion(list, question, pack, duties)) : [],
    duties,
    papers: (isNamed ? rules.papers : []).map(({ severity, ...paper }): RecruitmentPaper => {
      const here = severity[country];
      if (here === undefined) list.add(`papers.${paper.id}.severity`, `a severity for ${country}`, 'nothing');
      return typeof here === 'object' ? { ...paper, ...here } : { ...paper, severity: here ?? 'goodPractice' };
    }),
    rights: rules.rights.map(({ id, sources, notes }) => {
      const note = notes?.[country];
      return { id, sources: [...sources, ...(note ?? [])], hasNote: note !== undefined };
    }),
    dangerSigns: rules.dangerSigns,
    helpOffices: rules.helpOffices[country] ?? [],
    sources: [],
  };
}

function selectQuestion(list: FaultList, question: Recruitment['questions'][number], pack: Pack, duties: readonly RecruitmentDuty[]): RecruitmentQuestion {
  const { severity, takenFrom, ...rest } = question;
  const here = severity?.[pack.id];
  if ((question.bad === undefined) !== (here === undefined)) {
    list.add(`questions.${question.id}.severity`, question.bad === undefined ? 'no severity, since no answer is bad' : `a severity for ${pack.id}`, here);
  }
  const cell: RecruitmentCell | undefined = typeof here === 'string' ? { severity: here } : here;
  const own = pack.questions.some(({ id, type }) => id === question.id && type === 'yesNo') ? { question: question.id } : undefined;
  const from = takenFrom?.[pack.id] ?? own;
  const behind = duties.filter(({ id }) => cell?.duties?.includes(id)).flatMap(({ sources }) => sources);
  const sources = question.sources.length > 0 ? question.sources : [...new Set(behind)];
  if (sources.length === 0) list.add(`questions.${question.id}.sources`, `a source, or duties of ${pack.id} that cite one`, 'nothing');
  return { ...rest, sources: [...sources], ...(cell ? { cell } : {}), ...(from ? { takenFrom: from } : {}) };
}

class RecruitmentLinker {
  private readonly scope: Scope;

  constructor(
    private readonly list: FaultList,
    private readonly pack: Pack,
    private readonly rules: PackRecruitment,
  ) {
    this.scope = scopeOf(toPack(pack, rules));
  }

  link(): void {
    this.refuseDoubles();
    this.linkQuestions();
    this.linkPapers();
    this.linkSources();
    this.expect('helpOffices', 'an office', this.rules.helpOffices, this.pack.offices);
  }

  private refuseDoubles(): void {
    const { principles, costs, treaties, questions, duties, papers, rights } = this.rules;
    for (const [kind, items] of Object.entries({ principles, costs, treaties, questions, duties, papers, rights })) {
      const seen = new Set<string>();
      for (const { id } of items) {
        if (seen.has(id)) this.list.add(`${kind}.${id}`, 'an id used once', id);
        seen.add(id);
      }
    }
  }

  private linkQuestions(): void {
    const taken = listQuestions(this.pack, this.rules).filter(({ id }) => !this.rules.questions.some((question) => question.id === id));
    const before = new Map(taken.map((question) => [question.id, question]));
    for (const question of this.rules.questions) {
      const path = `questions.${question.id}`;
      // A question may wait on earlier ones only, so that asking never leads back to itself.
      new ConditionReader({ ...this.scope, questions: before, derived: new Map() }, this.list).readCondition(question.askedWhen, `${path}.askedWhen`);
      const own = this.scope.questions.get(question.id);
      if (own) before.set(question.id, own);
      this.expect(`${path}.principle`, 'a principle', [question.principle], this.rules.principles);
      if (question.cell) this.linkCell(`${path}.severity.${this.pack.id}`, question.cell);
      if (question.takenFrom) this.linkTakenFrom(`${path}.takenFrom.${this.pack.id}`, question.takenFrom);
    }
  }

  private linkCell(path: string, cell: RecruitmentCell): void {
    new ConditionReader({ ...this.scope, derived: new Map() }, this.list).readCondition(cell.lawWhen, `${path}.lawWhen`);
    this.linkBehind(path, cell);
    this.expect(`${path}.treaties`, `a treaty that binds ${this.pack.id}`, cell.treaties, this.rules.treaties);
  }

  private linkBehind(path: string, { duties, packDuties }: Pick<RecruitmentCell, 'duties' | 'packDuties'>): void {
    this.expect(`${path}.duties`, `a duty of this file in ${this.pack.id}`, duties, this.rules.duties);
    this.expect(`${path}.packDuties`, "a duty of the country's pack", packDuties, this.pack.duties);
  }

  private linkTakenFrom(path: string, { question, yes, no }: NonNullable<RecruitmentQuestion['takenFrom']>): void {
    this.expect(`${path}.question`, "a question of the country's pack", [question], this.pack.questions);
    if (!this.pack.questions.some(({ id }) => id === question)) return;
    const reader = new ConditionReader(scopeOf(this.pack), this.list);
    for (const answers of [yes, no]) if (answers) reader.readCondition({ [question]: [...answers] }, path);
  }

  private linkPapers(): void {
    const reader = new ConditionReader({ ...this.scope, derived: new Map() }, this.list);
    for (const paper of this.rules.papers) {
      const path = `papers.${paper.id}`;
      reader.readCondition(paper.when, `${path}.when`);
      this.linkBehind(`${path}.severity.${this.pack.id}`, paper);
      if (paper.document) this.expect(`${path}.severity.${this.pack.id}.document`, "a document of the country's pack", [paper.document], this.pack.documents);
    }
  }

  private linkSources(): void {
    const { principles, costs, treaties, questions, duties, papers, rights, dangerSigns } = this.rules;
    for (const [kind, items] of Object.entries({ principles, costs, treaties, questions, duties, papers, rights })) {
      for (const { id, sources } of items) this.expect(`${kind}.${id}.sources`, 'a source', sources, this.pack.sources);
    }
    this.expect('dangerSigns.sources', 'a source', dangerSigns.sources, this.pack.sources);
  }

  private expect(path: string, what: string, found: readonly string[] | undefined, known: readonly { id: string }[]): void {
    const names = new Set(known.map(({ id }) => id));
    for (const id of found ?? []) if (!names.has(id)) this.list.addUnknownId(path, what, id, names);
  }
}
