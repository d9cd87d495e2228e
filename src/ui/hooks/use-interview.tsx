import { createActorContext } from '@xstate/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Assessment } from '../../assessment/index.ts';
import { assess } from '../../assessment/index.ts';
import type { Address, InterviewEvent, InterviewSnapshot } from '../../interview/index.ts';
import { formatAddress, interviewMachine, parseAddress, resumeInterview, selectAddress, selectPath } from '../../interview/index.ts';
import { eraseAnswers, readAnswers, saveAnswers } from '../../plans/index.ts';
import type { CompiledPack } from '../../rules/index.ts';
import type { Reader } from '../../texts/index.ts';
import { loadPack, PACK_IDENTITIES } from '../packs.ts';

export const InterviewContext = createActorContext(interviewMachine);

export type PageState = {
  address: Address;
  /** `failed` if the pack of the address could not be fetched, `unknown` if there is no such country. */
  status: 'ready' | 'failed' | 'unknown';
  /** Whether answers survive closing the page. */
  isDurable: boolean;
  retry: () => void;
};

/**
 * Ties the machine to the address bar: a visited address becomes an event, a new state becomes an address. What the user did
 * on the page makes a new entry in the browser's history; a detour replaces the address that could not be followed.
 */
export function useAddressBar(): PageState {
  const actor = InterviewContext.useActorRef();
  const [path, navigate] = useHashLocation();
  const [failed, setFailed] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isVisiting = useRef(false);
  const isOpening = useRef(false);
  const address = useMemo(() => parseAddress(path), [path]);
  const isDurable = useSaving();

  useEffect(() => {
    const subscription = actor.subscribe((snapshot) => {
      // Starting the machine reports its first state too; while no country is open, the address leads.
      if (isOpening.current || snapshot.context.compiled === null) return;
      const target = formatAddress(selectAddress(snapshot));
      if (target !== currentPath()) navigate(target, { replace: isVisiting.current });
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [actor, navigate]);

  useEffect(() => {
    let isCurrent = true;
    const visit = (event: InterviewEvent | undefined): void => {
      if (!event) return;
      isVisiting.current = true;
      actor.send(event);
      isVisiting.current = false;
    };
    const country = 'country' in address ? address.country : undefined;
    const open = actor.getSnapshot().context.compiled?.pack.id;
    if (country === undefined) {
      if (address.page === 'start' && open !== undefined) visit({ type: 'country.left' });
      return;
    }
    if (!PACK_IDENTITIES.some((identity) => identity.id === country)) return;
    if (open === country) {
      if (formatAddress(selectAddress(actor.getSnapshot())) !== formatAddress(address)) visit(toEvent(address));
      return;
    }
    Promise.all([loadPack(country), readAnswers(country)])
      .then(([compiled, saved]) => {
        if (!isCurrent) return;
        const { answers, unfit } = resumeInterview(compiled, saved?.answers ?? {});
        // Opening a pack and going to the page are one visit: only the page may reach the address bar.
        isOpening.current = true;
        actor.send({ type: 'country.chosen', compiled, answers, unfit });
        isOpening.current = false;
        visit(toEvent(address));
        setFailed(null);
      })
      .catch(() => {
        if (isCurrent) setFailed(country);
      });
    return () => {
      isCurrent = false;
    };
  }, [actor, address, attempt]);

  const retry = useCallback(() => {
    setAttempt((count) => count + 1);
  }, []);
  return { address, status: findStatus(address, failed), isDurable, retry };
}

function findStatus(address: Address, failed: string | null): PageState['status'] {
  if (!('country' in address)) return 'ready';
  if (!PACK_IDENTITIES.some((identity) => identity.id === address.country)) return 'unknown';
  return failed === address.country ? 'failed' : 'ready';
}

function toEvent(address: Address): InterviewEvent | undefined {
  switch (address.page) {
    case 'country':
      return { type: 'country.visited' };
    case 'question':
      return { type: 'question.visited', question: address.question };
    case 'answers':
      return { type: 'answers.reviewed' };
    case 'result':
      return { type: 'result.visited' };
    default:
      return undefined;
  }
}

function currentPath(): string {
  return `/${location.hash.replace(/^#?\/?/, '')}`;
}

/** Saves every answer on this device as soon as it is given. */
function useSaving(): boolean {
  const actor = InterviewContext.useActorRef();
  const [isDurable, setIsDurable] = useState(true);
  useEffect(() => {
    let last: unknown;
    const subscription = actor.subscribe(({ context }) => {
      const { compiled, answers } = context;
      if (!compiled || answers === last) return;
      last = answers;
      const { id, version } = compiled.pack;
      const saving =
        Object.keys(answers).length === 0 ? eraseAnswers(id).then(() => true) : saveAnswers({ country: id, packVersion: version, answers });
      void saving.then(setIsDurable);
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [actor]);
  return isDurable;
}

export type OpenInterview = {
  snapshot: InterviewSnapshot;
  compiled: CompiledPack;
  country: string;
  reader: Reader | undefined;
  send: (event: InterviewEvent) => void;
};

/** The interview of the open country, or `null` while none is open. */
export function useInterview(): OpenInterview | null {
  const actor = InterviewContext.useActorRef();
  const snapshot = InterviewContext.useSelector((current) => current);
  const { compiled, answers } = snapshot.context;
  return useMemo(() => {
    if (!compiled) return null;
    const { audience } = answers;
    const reader = audience === 'employer' || audience === 'selfEmployed' ? audience : undefined;
    return {
      snapshot,
      compiled,
      country: compiled.pack.id,
      reader,
      send: (event) => {
        actor.send(event);
      },
    };
  }, [actor, snapshot, compiled, answers]);
}

/** The assessment of the answers that belong to the path of the interview. */
export function useAssessment({ compiled, snapshot }: OpenInterview): Assessment {
  const { answers } = selectPath(snapshot);
  const { asOf } = snapshot.context;
  return useMemo(() => assess(compiled, answers, asOf), [compiled, answers, asOf]);
}
