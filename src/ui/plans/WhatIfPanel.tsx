import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Assessment } from '../../assessment/index.ts';
import { assess, findInterviewPath } from '../../assessment/index.ts';
import { buildTimeline, compareChecklists, recordChecklist } from '../../checklist/index.ts';
import { selectPath } from '../../interview/index.ts';
import type { Answer, CompiledQuestion } from '../../rules/index.ts';
import { createState, FALSE, findProblemAmong } from '../../rules/index.ts';
import { sayAnswer } from '../../texts/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import type { AnswerForm } from '../questions/answer-form.ts';
import { createResolver, fillForm, readForm } from '../questions/answer-form.ts';
import { QuestionField } from '../questions/QuestionField.tsx';
import { sayProblem } from '../questions/say-problem.ts';
import { sayTotal } from '../result/FeeTable.tsx';
import type { ResultProps } from '../result/result-props.ts';
import { ChangeLines } from './PlanChanges.tsx';
import { useSayChange } from './use-say-change.ts';

type WhatIfProps = ResultProps & { onKeep: (question: string, answer: Answer) => void };

/** Change any answer in place and see what would be different, before anything is kept. */
export function WhatIfPanel({ interview, assessment, onKeep }: WhatIfProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const [id, setId] = useState('');
  const [tried, setTried] = useState<Answer>();
  const { asked } = selectPath(interview.snapshot);
  const entry = interview.compiled.questions.find(({ question }) => question.id === id);
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="what-if" className="panel">
      <h2 id="what-if">{texts.ui('whatIf.title')}</h2>
      <p>{texts.ui('whatIf.text')}</p>
      <div className="field">
        <label htmlFor="what-if-question">{texts.ui('whatIf.question')}</label>
        <select
          id="what-if-question"
          className="wide"
          value={id}
          onChange={(event) => {
            setId(event.target.value);
            setTried(undefined);
          }}
        >
          <option value="">{texts.ui('whatIf.choose')}</option>
          {asked.map((question) => (
            <option key={question} value={question}>
              {say(`questions.${question}.short`)}
            </option>
          ))}
        </select>
      </div>
      {entry && <TryForm key={id} entry={entry} interview={interview} assessment={assessment} onTry={setTried} />}
      {entry && tried !== undefined && (
        <Difference
          entry={entry}
          answer={tried}
          interview={interview}
          assessment={assessment}
          onKeep={() => {
            onKeep(id, tried);
            setId('');
            setTried(undefined);
          }}
        />
      )}
    </section>
  );
}

function TryForm({ entry, interview, onTry }: ResultProps & { entry: CompiledQuestion; onTry: (answer: Answer) => void }): ReactNode {
  const texts = useTexts();
  const pack = usePackTexts(interview.country, interview.reader);
  const { compiled, snapshot } = interview;
  const { answers } = selectPath(snapshot);
  const { asOf } = snapshot.context;
  const { question } = entry;
  const form = useForm<AnswerForm>({
    defaultValues: fillForm(question, answers[question.id]),
    resolver: createResolver(
      question,
      (answer) => findProblemAmong(compiled, { ...answers, [question.id]: answer }, question.id, asOf),
      (problem) => sayProblem(texts, question, problem),
    ),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const error = form.formState.errors.value?.message;
  const submit = form.handleSubmit((values) => {
    const read = readForm(question, values);
    if ('answer' in read) onTry(read.answer);
  });
  const state = createState(compiled, answers, asOf);
  const options = (question.options ?? [])
    .map((option) => option.id)
    .filter((option) => entry.onlyIf.get(option)?.node.evaluate(state) !== FALSE);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={error === undefined ? '' : 'has-error'}>
      <fieldset>
        <legend>
          <strong>{pack.say(`questions.${question.id}.ask`)}</strong>
        </legend>
        {error !== undefined && (
          <p className="error" id="what-if-error" role="alert">
            {error}
          </p>
        )}
        <QuestionField
          question={question}
          form={form}
          pack={pack}
          describedBy={error === undefined ? undefined : 'what-if-error'}
          isInvalid={error !== undefined}
          options={options}
        />
      </fieldset>
      <p className="buttons">
        <button type="submit" className="button" data-action="try">
          {texts.ui('whatIf.try')}
        </button>
      </p>
    </form>
  );
}

/** Outcome, papers, fees and time: now and with the other answer. */
function Difference({
  entry,
  answer,
  interview,
  assessment,
  onKeep,
}: ResultProps & { entry: CompiledQuestion; answer: Answer; onKeep: () => void }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const sayChange = useSayChange(interview);
  const { compiled, snapshot } = interview;
  const { asOf, answers } = snapshot.context;
  const { id } = entry.question;
  const other = useMemo(() => {
    const path = findInterviewPath(compiled, { ...answers, [id]: answer }, asOf);
    return { open: path.open.length, assessment: assess(compiled, path.answers, asOf) };
  }, [compiled, answers, id, answer, asOf]);
  const changes = useMemo(() => compareChecklists(recordChecklist(assessment), recordChecklist(other.assessment)), [assessment, other]);
  // While more must be asked there is no list yet, so nothing can be said to be missing from it.
  const isUndecided = other.open > 0 && other.assessment.outcome === 'undetermined';
  const rows: readonly (readonly [string, (side: Assessment) => string])[] = [
    ['whatIf.outcome', (side) => texts.ui(`outcome.${side.outcome}`)],
    ['whatIf.way', (side) => (side.recommended === null ? texts.ui('result.undetermined') : say(`routes.${side.recommended}.name`))],
    ['routes.row.papers', (side) => texts.number(side.documents.filter(({ status }) => status === 'required').length)],
    [
      'routes.row.cost',
      (side) => side.feeTotals.map((total) => sayTotal(texts, total.known, total.atMost, total.currency)).join('; ') || '–',
    ],
    [
      'routes.row.time',
      (side) => {
        const { least, most, openEnded } = buildTimeline(side.steps);
        return side.steps.length === 0 ? '–' : texts.ui(openEnded ? 'steps.shortAtLeast' : 'steps.shortRange', { least, most });
      },
    ],
  ];
  return (
    <div role="status" data-what-if={other.assessment.outcome}>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={texts.ui('whatIf.compare')}>
        <table>
          <caption>{texts.ui('whatIf.compare')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{texts.ui('whatIf.now')}</th>
              <th scope="col">
                {texts.ui('whatIf.then', { answer: sayAnswer(texts, interview.country, entry.question, answer, interview.reader) })}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, cell]) => (
              <tr key={key}>
                <th scope="row">{texts.ui(key)}</th>
                <td>{cell(assessment)}</td>
                <td>{cell(other.assessment)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes.length === 0 && <p>{texts.ui('whatIf.same')}</p>}
      {!isUndecided && <ChangeLines changes={changes} say={sayChange} />}
      {other.open > 0 && <p>{texts.ui('whatIf.open', { count: other.open })}</p>}
      <p className="buttons">
        <button type="button" className="button quiet" data-action="keep-answer" onClick={onKeep}>
          {texts.ui('whatIf.keep')}
        </button>
      </p>
    </div>
  );
}
