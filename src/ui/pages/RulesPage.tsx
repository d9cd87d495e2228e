import type { ReactNode } from 'react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Rulebook, RulebookPart, Witnesses } from '../../texts/index.ts';
import { buildRulebook } from '../../texts/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import { loadWitnesses } from '../packs.ts';
import { findRules, indexRules } from '../rulebook/find-rules.ts';
import { ruleElementId, RuleView } from '../rulebook/RuleView.tsx';
import type { OpenRules } from '../rulebook/use-open-rules.ts';
import { useOpenRules } from '../rulebook/use-open-rules.ts';
import '../rulebook/rulebook.css';

type RulesPageProps = {
  interview: OpenInterview;
  /** The rule to open, such as `documents.passport`. */
  rule?: string | undefined;
};

/** The whole pack as a readable rulebook, made from the data that gives the answers. */
export function RulesPage({ interview, rule }: RulesPageProps): ReactNode {
  const texts = useTexts();
  const witnesses = useWitnesses(interview.country);
  const { compiled } = interview;
  const rulebook = useMemo(() => (witnesses ? buildRulebook({ texts, compiled }, witnesses) : undefined), [texts, compiled, witnesses]);
  if (!rulebook) return <p aria-busy="true">{texts.ui('loading')}</p>;
  return <RulebookView rulebook={rulebook} interview={interview} rule={rule} />;
}

/** Examples are an extra: without them the rules are still shown. */
function useWitnesses(country: string): Witnesses | undefined {
  const [loaded, setLoaded] = useState<{ country: string; witnesses: Witnesses }>();
  useEffect(() => {
    let isCurrent = true;
    void loadWitnesses(country)
      .catch((): Witnesses => ({}))
      .then((witnesses) => {
        if (isCurrent) setLoaded({ country, witnesses });
      });
    return () => {
      isCurrent = false;
    };
  }, [country]);
  return loaded?.country === country ? loaded.witnesses : undefined;
}

function RulebookView({ rulebook, interview, rule }: RulesPageProps & { rulebook: Rulebook }): ReactNode {
  const texts = useTexts();
  const { pack } = interview.compiled;
  const country = texts.country(pack.id.toUpperCase());
  const title = texts.ui('rulebook.title', { country });
  const heading = usePageFocus(`${title} – Permiso`, 'rules');
  const [wanted, setWanted] = useState('');
  const found = useFound(rulebook, useDeferredValue(wanted.trim()));
  const open = useOpenRules();
  const target = useTarget(rulebook, {
    rule,
    open,
    clear: () => {
      setWanted('');
    },
  });
  const parts = rulebook.parts
    .map((part) => ({ ...part, rules: found ? part.rules.filter(({ key }) => found.has(key)) : part.rules }))
    .filter(({ rules }) => rules.length > 0);
  return (
    <div className="rulebook">
      <p className="no-print">
        <a href={`#/${pack.id}`}>{texts.ui('rulebook.back', { country })}</a>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="lead prose">{texts.ui('rulebook.lead', { date: texts.day(pack.reviewedOn), version: pack.version })}</p>
      <p className="prose">{texts.ui('rulebook.howTo')}</p>
      {rule !== undefined && target === undefined && (
        <div className="panel care" role="status">
          <p>{texts.ui('rulebook.noSuchRule', { rule: rule.slice(0, 60) })}</p>
        </div>
      )}
      <SearchPanel wanted={wanted} onChange={setWanted} found={found} />
      <p className="buttons">
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            open.openOnly(parts.flatMap(({ rules }) => rules.map(({ key }) => key)));
          }}
        >
          {texts.ui('rulebook.openAll')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            open.openOnly([]);
          }}
        >
          {texts.ui('rulebook.closeAll')}
        </button>
        <button
          type="button"
          className="button quiet"
          data-action="print"
          onClick={() => {
            window.print();
          }}
        >
          {texts.ui('rulebook.print')}
        </button>
      </p>
      {!found && <Contents parts={parts} />}
      {parts.map((part) => (
        <Part key={part.id} part={part} country={pack.id} open={open} target={target} />
      ))}
      {!found && (
        <section aria-labelledby="part-notChecked">
          <h2 id="part-notChecked">{texts.ui('rulebook.part.notChecked')}</h2>
          <ul>
            {rulebook.notChecked.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Rules that contain what is searched; `undefined` while nothing is. */
function useFound(rulebook: Rulebook, wanted: string): ReadonlySet<string> | undefined {
  const isSearching = wanted !== '';
  const index = useMemo(() => (isSearching ? indexRules(rulebook) : undefined), [rulebook, isSearching]);
  return useMemo(() => (index ? findRules(index, wanted) : undefined), [index, wanted]);
}

/** Opens the rule that the address names and goes to it. @returns its key, if there is such a rule */
function useTarget(
  rulebook: Rulebook,
  { rule, open, clear }: { rule: string | undefined; open: OpenRules; clear: () => void },
): string | undefined {
  const target = useMemo(() => rulebook.parts.flatMap(({ rules }) => rules).find(({ key }) => key === rule)?.key, [rulebook, rule]);
  const [shown, setShown] = useState<string>();
  if (target !== shown) {
    setShown(target);
    if (target !== undefined) {
      clear();
      open.toggle(target, true);
    }
  }
  useEffect(() => {
    const element = target === undefined ? null : document.getElementById(ruleElementId(target));
    element?.querySelector('summary')?.focus({ preventScroll: true });
    // Not smoothly: the way may be as long as fifty screens.
    element?.scrollIntoView({ behavior: 'instant' });
  }, [target]);
  return target;
}

function SearchPanel({
  wanted,
  onChange,
  found,
}: {
  wanted: string;
  onChange: (wanted: string) => void;
  found: ReadonlySet<string> | undefined;
}): ReactNode {
  const texts = useTexts();
  const said = found && (found.size === 0 ? texts.ui('rulebook.foundNone') : texts.ui('rulebook.found', { count: found.size }));
  return (
    <div role="search" className="field no-print">
      <label htmlFor="rule-search">{texts.ui('rulebook.filter')}</label>
      <p className="hint" id="rule-search-hint">
        {texts.ui('rulebook.filterHint')}
      </p>
      <input
        id="rule-search"
        type="search"
        className="wide"
        aria-describedby="rule-search-hint"
        autoComplete="off"
        value={wanted}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <p role="status" className="small">
        {said}
      </p>
      {found && (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            onChange('');
          }}
        >
          {texts.ui('rulebook.clear')}
        </button>
      )}
    </div>
  );
}

function Contents({ parts }: { parts: readonly RulebookPart[] }): ReactNode {
  const texts = useTexts();
  return (
    <nav aria-label={texts.ui('rulebook.contents')} className="no-print">
      <ul className="toc">
        {parts.map(({ id, title, rules }) => (
          <li key={id}>
            <a
              href={`#part-${id}`}
              onClick={(event) => {
                // The hash holds the address of the page.
                event.preventDefault();
                const heading = document.getElementById(`part-${id}`);
                heading?.focus({ preventScroll: true });
                heading?.scrollIntoView({ behavior: 'instant' });
              }}
            >
              {texts.ui('rulebook.partTitle', { part: title, count: rules.length })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Part({
  part,
  country,
  open,
  target,
}: {
  part: RulebookPart;
  country: string;
  open: OpenRules;
  target: string | undefined;
}): ReactNode {
  const texts = useTexts();
  return (
    <section aria-labelledby={`part-${part.id}`}>
      <h2 id={`part-${part.id}`} tabIndex={-1}>
        {texts.ui('rulebook.partTitle', { part: part.title, count: part.rules.length })}
      </h2>
      {part.id === 'routes' && <p>{texts.ui('rulebook.routesText')}</p>}
      <ul className="rules">
        {part.rules.map((rule) => (
          <RuleView
            key={rule.key}
            rule={rule}
            country={country}
            isOpen={open.isOpen(rule.key)}
            isTarget={rule.key === target}
            onToggle={open.toggle}
          />
        ))}
      </ul>
    </section>
  );
}
