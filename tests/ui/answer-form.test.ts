import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnswerProblem } from '../../src/rules/index.ts';
import { fillForm, readForm } from '../../src/ui/questions/answer-form.ts';
import { arbitraryAnswer } from '../support/arbitrary-answers.ts';
import { kindsPack } from '../support/kinds-pack.ts';

describe.each(kindsPack.pack.questions.map((question) => [question.type, question] as const))(
  'the form for a question of type %s',
  (_, question) => {
    it('gives back the answer that it was filled with', () => {
      fc.assert(
        fc.property(fc.oneof(arbitraryAnswer(question), fc.constant('unknown')), (answer) => {
          fc.pre(findAnswerProblem(question, answer) === undefined);
          expect(readForm(question, fillForm(question, answer))).toEqual({ answer });
        }),
        { numRuns: 60 },
      );
    });

    it('is empty without an answer, and then says so', () => {
      expect(readForm(question, fillForm(question, undefined))).toEqual({ problem: { kind: 'missing' } });
    });
  },
);
