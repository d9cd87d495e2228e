import type { ChangeEvent, ReactNode } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Kept, Plan, StoredPlan } from '../../plans/index.ts';
import { duplicatePlan, eraseEverything, erasePlan, formatPlanFile, parsePlanFile, readPlans, savePlan } from '../../plans/index.ts';
import { InterviewContext } from '../hooks/use-interview.tsx';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import { fileName, newPlanId, saveFile } from '../plans/save-file.ts';

/** Plans kept on this device: open, duplicate, export, delete; import a file; finish and erase. */
export function PlansPage(): ReactNode {
  const texts = useTexts();
  const title = texts.ui('plans.title');
  const heading = usePageFocus(`${title} – Permiso`, 'plans');
  const [stored, setStored] = useState<readonly StoredPlan[]>();
  const [message, setMessage] = useState(() => takeFarewell());
  const refresh = useCallback(() => {
    void readPlans().then(setStored);
  }, []);
  useEffect(refresh, [refresh]);
  const say = (text: string): void => {
    setMessage(text);
    refresh();
  };
  const plans = (stored ?? []).flatMap((entry) => ('plan' in entry ? [entry.plan] : []));
  return (
    <div className="prose">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="lead">{texts.ui('plans.lead')}</p>
      <div role="status" className={message === '' ? undefined : 'panel'}>
        {message !== '' && <p>{message}</p>}
      </div>
      {stored?.length === 0 && <p>{texts.ui('plans.none')}</p>}
      <ul className="items">
        {(stored ?? []).map((entry) =>
          'plan' in entry ? (
            <PlanRow key={entry.plan.id} plan={entry.plan} kept={entry.kept} say={say} />
          ) : (
            <DamagedRow key={entry.damaged.id} {...entry.damaged} say={say} />
          ),
        )}
      </ul>
      <ImportField say={say} />
      {plans.length > 1 && (
        <p className="buttons">
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              saveFile('permiso-plans.json', 'application/json', formatPlanFile(plans));
            }}
          >
            {texts.ui('plans.exportAll')}
          </button>
        </p>
      )}
      <EraseAll say={say} />
      <p>
        <Link href="/">{texts.ui('notFound.start')}</Link>
      </p>
    </div>
  );
}

/** What to say after everything was erased: leaving the interview changes the address, and so begins this page anew. */
let farewell = '';

function takeFarewell(): string {
  const message = farewell;
  farewell = '';
  return message;
}

type RowProps = { say: (text: string) => void };

function PlanRow({ plan, kept: where, say }: RowProps & { plan: Plan; kept: Kept }): ReactNode {
  const texts = useTexts();
  const copy = async (): Promise<void> => {
    const name = texts.ui('plans.copyOf', { name: plan.name });
    const kept = await savePlan(duplicatePlan(plan, name, { id: newPlanId(), now: Date.now() }));
    say(`${texts.ui('plans.copied', { name })} ${kept === 'device' ? '' : texts.ui(`plans.kept.${kept}`)}`);
  };
  const erase = async (): Promise<void> => {
    const isGone = await erasePlan(plan.id);
    say(texts.ui(isGone ? 'plans.deleted' : 'plans.notDeleted', { name: plan.name }));
  };
  const about = <span className="visually-hidden">{`: ${plan.name}`}</span>;
  return (
    <li data-kind="plan" data-id={plan.id}>
      <p className="item-name">
        <Link href={`/plans/${plan.id}`}>{plan.name}</Link>
      </p>
      <p className="item-facts">
        {texts.country(plan.country.toUpperCase())} ·{' '}
        {texts.ui('plans.changedOn', { date: texts.day(new Date(plan.changedAt).toISOString().slice(0, 10)) })}
      </p>
      {where !== 'device' && <p className="panel care">{texts.ui(`plans.kept.${where}`)}</p>}
      <p className="button-row">
        <button type="button" className="link-button" onClick={() => void copy()}>
          {texts.ui('plans.duplicate')}
          {about}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            saveFile(fileName(plan.name, 'json'), 'application/json', formatPlanFile([plan]));
          }}
        >
          {texts.ui('plans.export')}
          {about}
        </button>
        <Sure
          label={texts.ui('plans.delete')}
          about={plan.name}
          question={texts.ui('plans.deleteSure', { name: plan.name })}
          onSure={() => void erase()}
        />
      </p>
    </li>
  );
}

/** A plan that can no longer be read: it can still be saved to a file, so that nothing is lost. */
function DamagedRow({ id, json, say }: RowProps & { id: string; json: string }): ReactNode {
  const texts = useTexts();
  return (
    <li data-kind="damaged-plan" data-id={id}>
      <p className="item-name">{texts.ui('plans.damaged')}</p>
      <p className="button-row">
        <button
          type="button"
          className="link-button"
          onClick={() => {
            saveFile('permiso-damaged.json', 'application/json', json);
          }}
        >
          {texts.ui('plans.export')}
        </button>
        <Sure
          label={texts.ui('plans.delete')}
          about={texts.ui('plans.damaged')}
          question={texts.ui('plans.deleteSure', { name: id })}
          onSure={() =>
            void erasePlan(id).then(() => {
              say(texts.ui('plans.deleted', { name: id }));
            })
          }
        />
      </p>
    </li>
  );
}

/** A button that asks once more before something is lost. */
export function Sure({
  label,
  about,
  question,
  onSure,
  action,
}: {
  label: string;
  about?: string;
  question: string;
  onSure: () => void;
  action?: string;
}): ReactNode {
  const texts = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) yes.current?.focus();
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button
        type="button"
        className={action === undefined ? 'link-button' : 'button quiet'}
        data-action={action}
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {label}
        {about !== undefined && <span className="visually-hidden">{`: ${about}`}</span>}
      </button>
    );
  }
  return (
    <span className="sure" role="group" aria-label={question}>
      <strong>{question}</strong>{' '}
      <button
        type="button"
        className="button"
        ref={yes}
        data-action={action === undefined ? undefined : `${action}-sure`}
        onClick={() => {
          setIsAsking(false);
          onSure();
        }}
      >
        {texts.ui('plans.yes', { what: label })}
      </button>{' '}
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          setIsAsking(false);
        }}
      >
        {texts.ui('plans.no')}
      </button>
    </span>
  );
}

/** Reads plans from a file; a plan that is here already is kept beside the imported one, never overwritten. */
function ImportField({ say }: RowProps): ReactNode {
  const texts = useTexts();
  const read = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = event.target.files ?? [];
    const field = event.target;
    if (!file) return;
    const imported = file.size > 1_000_000 ? ({ problem: 'tooLarge' } as const) : parsePlanFile(await file.text());
    field.value = '';
    if ('problem' in imported) {
      say(texts.ui(`plans.importProblem.${imported.problem}`, { file: file.name.slice(0, 60) }));
      return;
    }
    const known = new Set((await readPlans()).flatMap((entry) => ('plan' in entry ? [entry.plan.id] : [])));
    const kept = await Promise.all(imported.plans.map((plan) => savePlan(known.has(plan.id) ? { ...plan, id: newPlanId() } : plan)));
    const worst = kept.find((where) => where !== 'device');
    const parts = [texts.ui('plans.imported', { count: imported.plans.length })];
    if (imported.damaged > 0) parts.push(texts.ui('plans.importedDamaged', { count: imported.damaged }));
    if (worst !== undefined) parts.push(texts.ui(`plans.kept.${worst}`));
    say(parts.join(' '));
  };
  return (
    <div className="field">
      <label htmlFor="import">{texts.ui('plans.import')}</label>
      <p className="hint" id="import-hint">
        {texts.ui('plans.importHint')}
      </p>
      <input
        type="file"
        id="import"
        accept=".json,application/json"
        aria-describedby="import-hint"
        onChange={(event) => void read(event)}
      />
    </div>
  );
}

/** Leaves nothing behind: plans, answers of every country, the language. */
function EraseAll({ say }: RowProps): ReactNode {
  const texts = useTexts();
  const actor = InterviewContext.useActorRef();
  const [, navigate] = useLocation();
  const erase = async (): Promise<void> => {
    actor.send({ type: 'interview.restarted' });
    actor.send({ type: 'country.left' });
    const isGone = await eraseEverything();
    try {
      localStorage.clear();
      sessionStorage.clear();
    } catch {
      // Site data is blocked: nothing was kept there.
    }
    const message = texts.ui(isGone ? 'plans.erased' : 'plans.notErased');
    if (location.hash === '#/plans') say(message);
    else {
      farewell = message;
      navigate('/plans', { replace: true });
    }
  };
  return (
    <section aria-labelledby="erase-all" className="panel">
      <h2 id="erase-all">{texts.ui('plans.eraseTitle')}</h2>
      <p>{texts.ui('plans.eraseText')}</p>
      <p className="buttons">
        <Sure label={texts.ui('plans.erase')} question={texts.ui('plans.eraseSure')} action="erase" onSure={() => void erase()} />
      </p>
    </section>
  );
}
