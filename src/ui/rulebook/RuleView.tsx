import type { ReactNode } from 'react';
import { memo } from 'react';
import type { Rule, RuleText } from '../../texts/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';

type RuleViewProps = {
  rule: Rule;
  country: string;
  isOpen: boolean;
  isTarget: boolean;
  onToggle: (key: string, isOpen: boolean) => void;
};

/** One rule: its name, and on demand all that the pack says about it. Closed rules cost nothing but their name. */
export const RuleView = memo(function RuleView({ rule, country, isOpen, isTarget, onToggle }: RuleViewProps): ReactNode {
  return (
    <li data-rule-id={rule.key} id={ruleElementId(rule.key)} className={isTarget ? 'rule is-target' : 'rule'}>
      <details
        open={isOpen}
        onToggle={(event) => {
          onToggle(rule.key, event.currentTarget.open);
        }}
      >
        <summary>
          <h3>{rule.name}</h3>
          {rule.official !== undefined && <span className="soft"> ({rule.official})</span>}
          {rule.tags.map((tag) => (
            <span key={tag} className="tag ask">
              {tag}
            </span>
          ))}
        </summary>
        {isOpen && <RuleBody rule={rule} country={country} />}
      </details>
    </li>
  );
});

export const ruleElementId = (key: string): string => `rule-${key}`;

/** The address of a rule within the rulebook. */
export const ruleAddress = (country: string, key: string): string => `#/${country}/rules?item=${encodeURIComponent(key)}`;

function RuleBody({ rule, country }: { rule: Rule; country: string }): ReactNode {
  const texts = useTexts();
  return (
    <div className="rule-body">
      {rule.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {rule.clauses.length > 0 && (
        <>
          <h4>{texts.ui('rulebook.clause.title')}</h4>
          <ul>
            {rule.clauses.map((clause, index) => (
              <li key={index}>
                {clause.ways}
                {clause.when && (
                  <>
                    {' – '}
                    {texts.ui('rulebook.clause.when')}
                    <TextList values={[clause.when]} country={country} />
                  </>
                )}
                {clause.here !== undefined && <p className="small">{clause.here}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      <dl className="rule-facts">
        {rule.facts.map(({ id, label, values }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <FactValue values={values} country={country} />
            </dd>
          </div>
        ))}
        {rule.example && (
          <div>
            <dt>{texts.ui('rulebook.fact.example')}</dt>
            <dd>
              {rule.example.intro}
              <ul>
                {rule.example.answers.map((answer) => (
                  <li key={answer}>{answer}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {rule.lists().map(({ id, title, rows }) => (
        <section key={id} className="rule-list">
          <h4>{title}</h4>
          <ul>
            {rows.map(({ key, name, when }) => (
              <li key={key} data-rule-id={key}>
                <a href={ruleAddress(country, key)}>{name}</a>
                {when !== undefined && ` – ${when}`}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function FactValue({ values, country }: { values: readonly RuleText[]; country: string }): ReactNode {
  const [only] = values;
  if (values.length === 1 && only && !only.parts) return <Piece value={only} country={country} />;
  return <TextList values={values} country={country} />;
}

/** Texts with what belongs to them below. */
function TextList({ values, country }: { values: readonly RuleText[]; country: string }): ReactNode {
  return (
    <ul>
      {values.map((value, index) => (
        <li key={index}>
          <Piece value={value} country={country} />
          {value.parts && <TextList values={value.parts} country={country} />}
        </li>
      ))}
    </ul>
  );
}

function Piece({ value, country }: { value: RuleText; country: string }): ReactNode {
  if (value.rule !== undefined) return <a href={ruleAddress(country, value.rule)}>{value.text}</a>;
  if (value.url === undefined) return value.text;
  return (
    <a href={value.url} rel="noreferrer">
      {value.text}
    </a>
  );
}
