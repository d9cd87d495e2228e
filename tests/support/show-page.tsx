import type { RenderResult } from '@testing-library/react';
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Mock } from 'vitest';
import { vi } from 'vitest';
import { createActor } from 'xstate';
import { interviewMachine } from '../../src/interview/index.ts';
import type { InterviewEvent } from '../../src/interview/index.ts';
import type { Answers, CompiledPack } from '../../src/rules/index.ts';
import type { OpenInterview } from '../../src/ui/hooks/use-interview.tsx';
import { loadAllTexts, TextsProvider } from '../../src/ui/hooks/use-texts.tsx';
import { kindsPack } from './kinds-pack.ts';
import { TODAY } from './make-pack.ts';

/** An interview in the made-up country after some events, with the rules of `kindsPack` or others; what the page then reports goes to `send`. */
export function openInterview(
  answers: Answers,
  events: readonly InterviewEvent[] = [],
  compiled: CompiledPack = kindsPack,
): OpenInterview & { send: Mock<(event: InterviewEvent) => void> } {
  const actor = createActor(interviewMachine, { input: { asOf: TODAY } }).start();
  actor.send({ type: 'country.chosen', compiled, answers, unfit: [] });
  for (const event of events) actor.send(event);
  return { snapshot: actor.getSnapshot(), compiled, country: 'zz', reader: undefined, send: vi.fn() };
}

/** Shows a page with its texts loaded. */
export async function showPage(page: ReactNode, language = 'en'): Promise<RenderResult> {
  const texts = await loadAllTexts(language, 'zz');
  return act(async () =>
    Promise.resolve(
      render(
        <TextsProvider first={texts} country="zz">
          {page}
        </TextsProvider>,
      ),
    ),
  );
}
