import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { assess, findInterviewPath } from '../../assessment/index.ts';
import { recordChecklist } from '../../checklist/index.ts';
import type { LinkProblem, Shared, SharedChange } from '../../plans/index.ts';
import { compareWithDigest, createPlan, findLinkCountry, parseShareLink, readAnswers, saveAnswers, savePlan } from '../../plans/index.ts';
import type { CompiledPack } from '../../rules/index.ts';
import { InterviewContext } from '../hooks/use-interview.tsx';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { CountryTexts, usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { PACK_IDENTITIES } from '../packs.ts';
import { newPlanId } from '../plans/save-file.ts';
import { usePack, useSideInterview } from '../plans/use-plan.ts';
import { AnswerBox } from '../result/AnswerBox.tsx';
import { FeeTotals } from '../result/FeeTotals.tsx';

/** A result that somebody shared: under the current rules, with what changed since. The address forgets the answers at once. */
export function SharedPage({ text }: { text: string }): ReactNode {
  // The address is cleaned below, after which `text` is empty: what was read stays here.
  const [link, setLink] = useState(text);
  if (text !== '' && text !== link) setLink(text);
  useEffect(() => {
    if (text === '') return;
    history.replaceState(history.state, '', `${location.pathname}${location.search}#/s`);
  }, [text]);
  const head = useMemo(() => findLinkCountry(link), [link]);
  if ('problem' in head) return <LinkTrouble problem={head.problem} />;
  if (!PACK_IDENTITIES.some(({ id }) => id === head.country)) return <LinkTrouble problem="unknownCountry" />;
  return <SharedCase key={link} link={link} country={head.country} />;
}

function SharedCase({ link, country }: { link: string; country: string }): ReactNode {
  const texts = useTexts();
  const pack = usePack(country);
  if (pack === 'unknown') return <LinkTrouble problem="unknownCountry" />;
  if (pack === 'failed') return <LinkTrouble problem="notLoaded" />;
  if (pack === 'loading') return <p aria-busy="true">{texts.ui('loading')}</p>;
  const shared = parseShareLink(link, pack.pack.questions);
  if ('problem' in shared) return <LinkTrouble problem={shared.problem} />;
  return (
    <CountryTexts country={country}>
      <SharedResult shared={shared} compiled={pack} />
    </CountryTexts>
  );
}

function SharedResult({ shared, compiled }: { shared: Shared; compiled: CompiledPack }): ReactNode {
  const texts = useTexts();
  const actor = InterviewContext.useActorRef();
  const [, navigate] = useLocation();
  const today = InterviewContext.useSelector(({ context }) => context.asOf);
  const { country } = shared;
  const { pack } = compiled;
  const { answers, assessment } = useMemo(() => {
    const path = findInterviewPath(compiled, shared.answers, today);
    return { answers: path.answers, assessment: assess(compiled, path.answers, today) };
    // A link is read once; a new one is a new page.
  }, [compiled, shared.answers, today]);
  const side = useSideInterview(compiled, answers, today);
  const heading = usePageFocus(`${texts.ui('shared.title')} – Permiso`, 'shared');
  const take = async (): Promise<void> => {
    const own = await readAnswers(country);
    // Own answers are not written over in silence: they become a plan.
    if (own && Object.keys(own.answers).length > 0 && !isSame(own.answers, shared.answers)) await keepOwn(own.answers);
    await saveAnswers({ country, packVersion: pack.version, answers: { ...shared.answers } });
    // The address of the result opens what was just saved. This page would have nothing to show to somebody who goes back to it.
    actor.send({ type: 'country.left' });
    navigate(`/${country}/result`, { replace: true });
  };
  const keepOwn = async (kept: Readonly<Record<string, unknown>>): Promise<void> => {
    const path = findInterviewPath(compiled, kept as Shared['answers'], today);
    const name = texts.ui('shared.ownName', { date: texts.day(assessment.asOf) });
    await savePlan(
      createPlan(name, { assessment: assess(compiled, path.answers, today), answers: path.answers }, { id: newPlanId(), now: Date.now() }),
    );
  };
  const interview = { ...side, send: () => void take() };
  return (
    <>
      <p className="caption">
        {texts.ui('shared.title')} · {texts.country(country.toUpperCase())}
      </p>
      <AnswerBox interview={interview} assessment={assessment} heading={heading} />
      <Since shared={shared} compiled={compiled} assessment={assessment} interview={interview} />
      <p>{texts.ui('documents.title', { count: assessment.documents.length })}</p>
      <FeeTotals totals={assessment.feeTotals} unconfirmed={assessment.unconfirmedFees.length} />
      <p>{texts.ui('shared.cleaned')}</p>
      <p className="buttons">
        <button type="button" className="button" data-action="open-shared" onClick={() => void take()}>
          {texts.ui('shared.open')}
        </button>
        <Link href={`/${country}`} className="button quiet">
          {texts.ui('shared.own')}
        </Link>
      </p>
      <p className="small soft">{texts.ui('shared.openText')}</p>
      <p className="small soft">{texts.ui('sources.text', { date: texts.day(pack.reviewedOn), version: pack.version })}</p>
    </>
  );
}

/** Whether two sets of answers say the same, whatever their order. */
function isSame(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const inOrder = (answers: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(Object.entries(answers).sort(([one], [other]) => one.localeCompare(other)));
  return inOrder(a) === inOrder(b);
}

type SinceProps = {
  shared: Shared;
  compiled: CompiledPack;
  assessment: Parameters<typeof recordChecklist>[0];
  interview: ReturnType<typeof useSideInterview>;
};

/** What has changed since the link was made. */
function Since({ shared, compiled, assessment, interview }: SinceProps): ReactNode {
  const texts = useTexts();
  const { find } = usePackTexts(interview.country, interview.reader);
  const { pack } = compiled;
  const changes = shared.digest
    ? compareWithDigest(shared.digest, recordChecklist(assessment), {
        documents: pack.documents.map(({ id }) => id),
        fees: pack.fees.map(({ id }) => id),
      })
    : [];
  const isSame = shared.packVersion === pack.version;
  const sayChange = (change: SharedChange): string => {
    switch (change.kind) {
      case 'outcome':
        return texts.ui('change.outcome', {
          before: texts.ui(`outcome.${change.before}`),
          after: texts.ui(`outcome.${assessment.outcome}`),
        });
      case 'route':
        return texts.ui('shared.otherWay');
      case 'gone':
        return texts.ui('shared.gone', { count: change.count });
      case 'amount':
        return texts.ui('shared.amount', { name: find(`fees.${change.id}.name`) ?? change.id });
      default:
        return texts.ui(`change.${change.kind}.${change.item}`, {
          name: find(`${change.item === 'document' ? 'documents' : 'fees'}.${change.id}.name`) ?? change.id,
        });
    }
  };
  const sayVersions = (): string => {
    const versions = { before: shared.packVersion, after: pack.version };
    if (isSame) return texts.ui('shared.sameRules', versions);
    if (!shared.digest) return texts.ui('shared.otherRulesUnknown', versions);
    return texts.ui(changes.length > 0 ? 'shared.otherRules' : 'plan.changedNothing', versions);
  };
  return (
    <div
      className={`panel ${changes.length > 0 || shared.lost > 0 ? 'care' : ''}`}
      data-changes={changes.length}
      data-made-under={shared.packVersion}
    >
      <p>{sayVersions()}</p>
      {isSame && changes.length > 0 && <p>{texts.ui('shared.otherDay')}</p>}
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={JSON.stringify(change)}>{sayChange(change)}</li>
          ))}
        </ul>
      )}
      {shared.lost > 0 && <p>{texts.ui('shared.lost', { count: shared.lost })}</p>}
    </div>
  );
}

/** A link that cannot be read: what is wrong and how to go on. */
function LinkTrouble({ problem }: { problem: LinkProblem | 'notLoaded' }): ReactNode {
  const texts = useTexts();
  const title = texts.ui(problem === 'empty' ? 'shared.emptyTitle' : 'shared.problemTitle');
  const heading = usePageFocus(`${title} – Permiso`, `link-${problem}`);
  return (
    <div className="prose" data-problem={problem}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{texts.ui(`shared.problem.${problem}`)}</p>
      <p className="buttons">
        <Link href="/" className="button">
          {texts.ui('notFound.start')}
        </Link>
        <Link href="/plans" className="button quiet">
          {texts.ui('plans.title')}
        </Link>
      </p>
    </div>
  );
}
