import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/domain/time.ts';
import { at, LI, MARIA, Story, WEI } from '../support/story.ts';

const FRIDAY_EVENING = at('2026-11-27T19:00-05:00');
const reference = { kind: 'case_id', id: '12345678901' } as const;

const submitted = (what: ConstructorParameters<typeof Story>[1]): Story =>
  new Story(FRIDAY_EVENING, what)
    .do(FRIDAY_EVENING, LI, { type: 'make_ready' })
    .do(FRIDAY_EVENING, LI, { type: 'submit', reference });

describe('premium support', () => {
  it('is looked at after an hour, on a Friday evening too; other support after 72 hours, in its window', () => {
    expect(submitted({ premium: true }).due('follow_up')).toBe(FRIDAY_EVENING + HOUR);
    expect(submitted({}).due('follow_up')).toBe(at('2026-12-01T09:00-05:00'));
  });

  it('is looked at like any other once a note was added', () => {
    const noted = (what: ConstructorParameters<typeof Story>[1]) =>
      submitted(what).do(FRIDAY_EVENING + 2 * HOUR, LI, { type: 'send_note' });
    expect(noted({ premium: true }).due('follow_up')).toBe(noted({}).due('follow_up'));
  });
});

describe('a case that somebody else is to have', () => {
  it('is theirs from the start, and their time counts from there', () => {
    const story = new Story(FRIDAY_EVENING, { owner: WEI.id }, MARIA);
    expect(story.case).toMatchObject({ owner: WEI.id, openedBy: MARIA.id, ownedSince: { seq: 1 } });
  });

  it('was the opener’s in rows of earlier versions, which say nothing of it', () => {
    expect(new Story(FRIDAY_EVENING).case).toMatchObject({ owner: LI.id });
    expect(new Story(FRIDAY_EVENING).case.premium).toBeUndefined();
  });
});
