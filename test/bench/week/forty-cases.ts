import { HOUR } from '../../../src/domain/time.ts';
import { BUSY_TROUBLES } from '../../../src/sandbox/scenes/busy-troubles.ts';
import { instantOf, type Scene, type Team } from '../../../src/sandbox/scenes/scene.ts';

const CASES = 40;
const OWNERS = ['U0LINA', 'U0WANGWEI', 'U0TOM', 'U0CHENJING', 'U0MARIA'] as const;
/** Friday evening in China: the jump goes over a week-end and five working days. */
const NOW = instantOf('2026-10-16T19:30+08:00');

const caseIdOf = (i: number): string => String(17_000_000_001 + i * 7_919);

/** A team that has started, with forty live cases of each status; none was submitted at the same hour as another. */
async function forty({ at, setUp, start, open, act, bringIn }: Team): Promise<void> {
  await setUp('U0MARIA', {
    stores: [
      {
        name: 'Lumora',
        marketplaces: ['US', 'CA'],
        keeper: 'U0LINA',
        cover: 'U0WANGWEI',
        submitters: ['U0TOM'],
      },
      { name: 'Northfold', marketplaces: ['US', 'UK'], keeper: 'U0WANGWEI', cover: 'U0LINA' },
    ],
    leads: ['U0MARIA'],
    reviewers: ['U0CHENJING'],
  });
  await start('U0MARIA');
  await bringIn(
    'U0LINA',
    Array.from(
      { length: 10 },
      (_, i) => `Northfold US, ${caseIdOf(900 + i)}, B0IMPORT${10 + i}, Li Na, 2026-10-${10 + (i % 6)}`,
    ),
  );
  for (let i = 10; i < CASES; i += 1) {
    const person = OWNERS[i % OWNERS.length] ?? 'U0TOM';
    const trouble = BUSY_TROUBLES[i % BUSY_TROUBLES.length];
    if (!trouble) continue;
    await at(new Date(NOW - (CASES - i) * HOUR).toISOString());
    const number = await open(person, {
      storeName: i % 2 === 0 ? 'Lumora' : 'Northfold',
      category: trouble.category,
      subjects: [{ kind: trouble.kind, value: trouble.value(i) }],
      problem: trouble.en,
      message: `Subject: ${trouble.en}\n\nPlease look into it.`,
    });
    if (i % 4 === 0) await act(person, number, { type: 'make_ready' });
    if (i % 4 > 1)
      await act(person, number, { type: 'submit', reference: { kind: 'case_id', id: caseIdOf(i) } });
    if (i % 8 === 3)
      await act(person, number, {
        type: 'record_reply',
        meaning: 'needs_us',
        text: 'Invoices, please.',
        promisedAt: null,
        deadlineAt: null,
      });
  }
  await at(new Date(NOW).toISOString());
}

export const fortyCases: Scene = { name: 'forty', startAt: NOW - (CASES + 1) * HOUR, past: forty };
