import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createActor } from 'xstate';
import { interviewMachine } from '../../interview/index.ts';
import type { Kept, LaidOutPlan, Plan, StoredPlan } from '../../plans/index.ts';
import { assessPlan, layOutPlan, readPlan, savePlan } from '../../plans/index.ts';
import type { Answers, CompiledPack } from '../../rules/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { loadPack, PACK_IDENTITIES } from '../packs.ts';

export type OpenPlan = {
  plan: Plan;
  /** Changes the plan and keeps it at once. */
  change: (edit: (plan: Plan) => Plan) => void;
  /** Where the last change is kept. */
  kept: Kept;
};

/** A plan by its id, which stays the same (another plan is another page); `undefined` while it is read, `null` if there is none. */
export function usePlan(id: string): OpenPlan | { damaged: string } | null | undefined {
  const [stored, setStored] = useState<StoredPlan | null>();
  // What the next change starts from: two changes in one turn must not both start from the page as it was drawn.
  const latest = useRef<StoredPlan | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void readPlan(id).then((found) => {
      if (!isCurrent) return;
      latest.current = found ?? null;
      setStored(latest.current);
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  const change = useCallback((edit: (plan: Plan) => Plan) => {
    const current = latest.current;
    if (!current || !('plan' in current)) return;
    const next = { plan: { ...edit(current.plan), changedAt: Date.now() }, kept: current.kept };
    latest.current = next;
    setStored(next);
    void savePlan(next.plan).then((kept) => {
      if (latest.current !== next) return;
      latest.current = { plan: next.plan, kept };
      setStored(latest.current);
    });
  }, []);
  return useMemo(() => {
    if (!stored) return stored;
    return 'plan' in stored ? { ...stored, change } : { damaged: stored.damaged.json };
  }, [stored, change]);
}

/** The pack of a country, or why it cannot be had. */
export function usePack(country: string): CompiledPack | 'loading' | 'unknown' | 'failed' {
  const [loaded, setLoaded] = useState<{ country: string; pack: CompiledPack | 'failed' }>();
  const isKnown = PACK_IDENTITIES.some(({ id }) => id === country);
  useEffect(() => {
    let isCurrent = true;
    if (isKnown) {
      loadPack(country).then(
        (pack) => {
          if (isCurrent) setLoaded({ country, pack });
        },
        () => {
          if (isCurrent) setLoaded({ country, pack: 'failed' });
        },
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [country, isKnown]);
  if (!isKnown) return 'unknown';
  return loaded?.country === country ? loaded.pack : 'loading';
}

/** An interview beside the one of the address bar: with its own answers, and nothing that it does is kept. */
export function useSideInterview(compiled: CompiledPack, answers: Answers, today: number): OpenInterview {
  return useMemo(() => {
    const actor = createActor(interviewMachine, { input: { asOf: today } }).start();
    actor.send({ type: 'country.chosen', compiled, answers, unfit: [] });
    const { audience } = answers;
    const reader = audience === 'employer' || audience === 'selfEmployed' ? audience : undefined;
    return { snapshot: actor.getSnapshot(), compiled, country: compiled.pack.id, reader, send: () => undefined };
  }, [compiled, answers, today]);
}

/** Lays the plan out anew after every change; the answers are assessed again only if they changed. */
export function useLaidOutPlan(plan: Plan, compiled: CompiledPack, today: number): LaidOutPlan {
  const assessed = useMemo(() => assessPlan(plan.answers, compiled, today), [plan.answers, compiled, today]);
  return useMemo(() => layOutPlan(plan, compiled, assessed), [plan, compiled, assessed]);
}
