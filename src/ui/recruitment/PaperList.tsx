import type { ReactNode } from 'react';
import type { AssessedPaper } from '../../assessment/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import { Basis } from './Basis.tsx';
import type { RecruitmentProps } from './recruitment-props.ts';
import { recruitmentKey } from './recruitment-props.ts';
import { SeverityTag } from './SeverityTag.tsx';

type PaperListProps = RecruitmentProps & {
  /** Documents that the permit asks for already. */
  documents: readonly string[];
};

/** Papers to keep and, in a health crisis, measures to take: each marked as law or as good practice. */
export function PaperList(props: PaperListProps): ReactNode {
  const texts = useTexts();
  const { papers } = props.recruitment.assessment;
  return (['paper', 'measure'] as const).map((kind) => {
    const listed = papers.filter((paper) => paper.kind === kind);
    if (listed.length === 0) return null;
    const title = kind === 'paper' ? 'recruitment.papers' : 'recruitment.measures';
    return (
      <section key={kind} aria-labelledby={`recruitment-${kind}`}>
        <h2 id={`recruitment-${kind}`}>{texts.ui(title, { count: listed.length })}</h2>
        {kind === 'paper' && <p>{texts.ui('recruitment.papersText')}</p>}
        <ul className="items">
          {groupOneOf(listed).map((group) => (
            <PaperGroup key={group.papers[0]?.id} {...props} {...group} />
          ))}
        </ul>
      </section>
    );
  });
}

function PaperGroup({ oneOf, papers, ...props }: PaperListProps & Group): ReactNode {
  const texts = useTexts();
  const rows = papers.map((paper) => <Paper key={paper.id} {...props} paper={paper} />);
  if (oneOf === undefined) return rows;
  return (
    <li>
      <div className="one-of">
        <p>{texts.pack('common', recruitmentKey(`oneOf.${oneOf}`))}</p>
        <ul className="items">{rows}</ul>
      </div>
    </li>
  );
}

function Paper({ recruitment, documents, paper }: PaperListProps & { paper: AssessedPaper }): ReactNode {
  const texts = useTexts();
  const say = (path: string): string => texts.pack('common', recruitmentKey(`papers.${paper.id}.${path}`));
  const isListed = paper.document !== undefined && documents.includes(paper.document);
  return (
    <li data-kind={`recruitment-${paper.kind}`} data-id={paper.id} data-status={paper.status} data-severity={paper.severity}>
      <p className="item-name">
        {say('name')} <SeverityTag severity={paper.severity} />{' '}
        {paper.optional && <span className="tag ask">{texts.ui('recruitment.optional')}</span>}{' '}
        {paper.status === 'possible' && <span className="tag care">{texts.ui('item.possible')}</span>}
      </p>
      <p className="item-facts">
        {texts.ui('steps.who', { actor: texts.ui(`recruitment.provider.${paper.provider}`) })} · {say('note')}{' '}
        {paper.inPrivate && texts.ui('recruitment.inPrivate')} {isListed && <strong>{texts.ui('recruitment.onYourList')}</strong>}
      </p>
      <Basis
        about={say('name')}
        sources={paper.sources}
        known={recruitment.rules.sources}
        confidence={paper.confidence}
        reading={paper.reading ? say('reading') : undefined}
      />
    </li>
  );
}

type Group = { oneOf: string | undefined; papers: readonly AssessedPaper[] };

/** Papers of which one is enough stand together, where the first of them stands. */
function groupOneOf(papers: readonly AssessedPaper[]): readonly Group[] {
  return papers.flatMap((paper): Group[] => {
    if (paper.oneOf === undefined) return [{ oneOf: undefined, papers: [paper] }];
    const together = papers.filter(({ oneOf }) => oneOf === paper.oneOf);
    return together[0]?.id === paper.id ? [{ oneOf: paper.oneOf, papers: together }] : [];
  });
}
