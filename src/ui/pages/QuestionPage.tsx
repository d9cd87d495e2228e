import type { ReactNode } from 'react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { selectPath } from '../../interview/index.ts';
import type { CompiledQuestion } from '../../rules/index.ts';
import { createState, FALSE, findProblemAmong, PackBug } from '../../rules/index.ts';
import { ChecklistSoFar } from '../components/ChecklistSoFar.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { NoticePanel } from '../components/NoticePanel.tsx';
import { SettledPanel } from '../components/SettledPanel.tsx';
import { Why } from '../components/Why.tsx';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { useAssessment } from '../hooks/use-interview.tsx';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import type { AnswerForm } from '../questions/answer-form.ts';
import { createResolver, fillForm, readForm } from '../questions/answer-form.ts';
import { fieldId, QuestionField } from '../questions/QuestionField.tsx';
import { sayProblem } from '../questions/say-problem.ts';

/** One question; its text is the page's heading. */
export function QuestionPage({ interview, question: id }: { interview: OpenInterview; question: string }): ReactNode {
  const texts = useTexts();
  const pack = usePackTexts(interview.country, interview.reader);
  const assessment = useAssessment(interview);
  const { compiled, snapshot, send } = interview;
  const { answers, asOf } = snapshot.context;
  const entry = compiled.questions.find((candidate) => candidate.question.id === id);
  if (!entry) throw new PackBug(`No such question: ${id}`);
  const { question } = entry;
  const { asked, answers: counted } = selectPath(snapshot);
  const [attempt, setAttempt] = useState(0);
  const form = useForm<AnswerForm>({
    defaultValues: fillForm(question, answers[id]),
    resolver: createResolver(
      question,
      (answer) => findProblemAmong(compiled, { ...counted, [id]: answer }, id, asOf),
      (problem) => sayProblem(texts, question, problem),
    ),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const error = form.formState.errors.value?.message;
  const ask = pack.say(`questions.${id}.ask`);
  const heading = usePageFocus(`${error === undefined ? '' : `${texts.ui('error.prefix')} `}${ask} – Permiso`, id);
  const hint = pack.find(`questions.${id}.hint`);
  const describedBy = [hint === undefined ? '' : 'hint', error === undefined ? '' : 'error'].filter(Boolean).join(' ') || undefined;
  const number = asked.includes(id) ? asked.indexOf(id) + 1 : asked.length + 1;
  const submit = form.handleSubmit(
    (values) => {
      const read = readForm(question, values);
      if ('answer' in read) send({ type: 'question.answered', question: id, answer: read.answer });
    },
    () => {
      setAttempt((count) => count + 1);
    },
  );
  return (
    <div className="with-aside">
      <div>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            send({ type: 'back.pressed' });
          }}
        >
          {texts.ui('question.back')}
        </button>
        <NoticePanel interview={interview} />
        {error !== undefined && <ErrorSummary message={error} field={fieldId(question)} attempt={attempt} />}
        <SettledPanel interview={interview} assessment={assessment} />
        <form onSubmit={(event) => void submit(event)} noValidate className={error === undefined ? '' : 'has-error'}>
          <fieldset aria-describedby={describedBy}>
            <legend>
              <span className="caption">
                {texts.ui('question.number', { number })} · {pack.say(`sections.${question.section}`)}
              </span>
              <h1 ref={heading} tabIndex={-1}>
                {ask}
              </h1>
            </legend>
            {hint !== undefined && (
              <p className="hint" id="hint">
                {hint}
              </p>
            )}
            {error !== undefined && (
              <p className="error" id="error">
                <span className="visually-hidden">{texts.ui('error.prefix')} </span>
                {error}
              </p>
            )}
            <QuestionField
              question={question}
              form={form}
              pack={pack}
              describedBy={describedBy}
              isInvalid={error !== undefined}
              options={listOptions(entry, interview)}
            />
          </fieldset>
          <p className="buttons">
            <button type="submit" className="button" data-action="continue">
              {texts.ui('question.continue')}
            </button>
          </p>
        </form>
        <Why
          interview={interview}
          summary={texts.ui('why.weAsk')}
          about={pack.say(`questions.${id}.short`)}
          sources={question.sources}
          confidence={question.confidence}
          verifiedOn={question.verifiedOn}
          reading={pack.find(`questions.${id}.reading`)}
          rule={`questions.${id}`}
        >
          <p>{pack.say(`questions.${id}.why`)}</p>
        </Why>
      </div>
      <ChecklistSoFar interview={interview} assessment={assessment} />
    </div>
  );
}

/** Options that fit the answers so far. */
function listOptions(entry: CompiledQuestion, { compiled, snapshot }: OpenInterview): readonly string[] {
  const state = createState(compiled, selectPath(snapshot).answers, snapshot.context.asOf);
  return (entry.question.options ?? []).map(({ id }) => id).filter((id) => entry.onlyIf.get(id)?.node.evaluate(state) !== FALSE);
}
