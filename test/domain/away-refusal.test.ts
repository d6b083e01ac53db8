import { expect, test } from 'vitest';
import { awayRefusal, type Cover } from '../../src/domain/away/refusal.ts';
import { personId } from '../../src/domain/ids.ts';

const NOW = Date.parse('2026-09-16T10:00+08:00');
const day = (month: number, d: number) => ({ year: 2026, month, day: d });
const LI = { id: personId('U0LI'), zone: 'Asia/Shanghai' };
const WANG: Cover = {
  id: personId('U0WANG'),
  zone: 'Asia/Shanghai',
  isGuest: false,
  absences: [],
  vacation: null,
};
const GOLDEN = { from: day(10, 1), to: day(10, 8), cover: WANG.id };
const refusal = (absence = GOLDEN, cover: Cover | null | undefined = WANG) =>
  awayRefusal(absence, cover, LI, NOW);

test('somebody may be away with a colleague who is there, or with nobody', () => {
  expect(refusal()).toBe(null);
  expect(awayRefusal({ ...GOLDEN, cover: null }, undefined, LI, NOW)).toBe(null);
});

test('nobody covers for themselves, and no guest or stranger covers', () => {
  expect(refusal({ ...GOLDEN, cover: LI.id }, { ...WANG, id: LI.id })).toEqual({ code: 'cover_self' });
  expect(refusal(GOLDEN, { ...WANG, isGuest: true })).toEqual({ code: 'not_a_member', person: WANG.id });
  expect(refusal(GOLDEN, null)).toEqual({ code: 'not_a_member', person: WANG.id });
});

test.each([
  [day(10, 8), day(10, 9), true],
  [day(9, 20), day(10, 1), true],
  [day(10, 2), day(10, 3), true],
  [day(9, 20), day(9, 30), false],
  [day(10, 9), day(10, 12), false],
])('a cover who is away from %o to %o: refused is %s', (from, to, isRefused) => {
  const cover = { ...WANG, absences: [{ from, to, cover: null }] };
  expect(refusal(GOLDEN, cover)).toEqual(
    isRefused ? { code: 'cover_away', person: WANG.id, from, to } : null,
  );
});

test('a holiday status in Slack counts the same, until it ends', () => {
  const until = (iso: string | null) => ({
    ...WANG,
    vacation: { until: iso === null ? null : Date.parse(iso) },
  });
  expect(refusal(GOLDEN, until(null))).toMatchObject({ code: 'cover_away', to: null });
  expect(refusal(GOLDEN, until('2026-10-02T10:00+08:00'))).toMatchObject({ to: day(10, 2) });
  expect(refusal(GOLDEN, until('2026-09-30T10:00+08:00'))).toBe(null);
});
