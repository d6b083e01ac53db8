import { describe, expect, test } from 'vitest';
import { engines, useDatabase } from '../engines.ts';

describe.each(engines)('values on $name', (engine) => {
  const database = useDatabase(engine);
  const query = async (text: string, values?: unknown[]) => (await database().pool.query(text, values)).rows;

  test.each([
    ['1::int2', 1],
    ['1::int4', 1],
    ['1795456500732::int8', 1_795_456_500_732],
    ['count(*)', 1],
    ['ARRAY[1, NULL, 2]::int8[]', [1, null, 2]],
    ['1.10::numeric', '1.10'],
    ['0.1::float8', 0.1],
    ['true', true],
    ['NULL::text', null],
    [`'  案件 #42 🚚 \u202e'::text`, '  案件 #42 🚚 \u202e'],
    [`ARRAY['a', 'b,c', NULL]`, ['a', 'b,c', null]],
    [`'{"a":[1,{"b":null}]}'::jsonb`, { a: [1, { b: null }] }],
    [`'[1,2]'::json`, [1, 2]],
    [`'"text"'::jsonb`, 'text'],
    [`'2026-03-08 02:30:00+00'::timestamptz`, new Date('2026-03-08T02:30:00Z')],
    [`'2026-03-08'::date`, '2026-03-08'],
    [`'2026-03-08 02:30:00'::timestamp`, '2026-03-08 02:30:00'],
    [`'\\x00ff'::bytea`, Buffer.from([0, 255])],
    [`'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid`, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
  ])('%s', async (expression, value) => {
    expect(await query(`SELECT ${expression} AS value`)).toEqual([{ value }]);
  });

  test.each([
    ['int8', 1_795_456_500_732],
    ['text', 'O’Brien; DROP TABLE item; --'],
    ['text', '😀'.repeat(10_000)],
    ['jsonb', { text: '"\\', list: [1, 2] }],
    ['text[]', ['a', 'b"c', '{d}']],
    ['bool', false],
    ['bytea', Buffer.from([1, 2, 3])],
    ['timestamptz', new Date(1_795_456_500_732)],
  ])('a parameter of type %s comes back as it went', async (type, value) => {
    expect(await query(`SELECT $1::${type} AS value`, [value])).toEqual([{ value }]);
  });

  test('a whole number beyond what JavaScript holds exactly is a fault, not a near miss', async () => {
    await expect(query('SELECT 9007199254740993::int8')).rejects.toThrow('does not fit');
    expect(await query('SELECT 1 AS still')).toEqual([{ still: 1 }]);
  });

  test('a long reply arrives whole', async () => {
    const [row] = await query(`SELECT repeat('案', 2000000) AS text`);
    expect(row.text.length).toBe(2_000_000);
  });

  test('NUL is refused, half a surrogate pair becomes a replacement character', async () => {
    await expect(query('SELECT $1::text', ['a\0b'])).rejects.toMatchObject({ code: '22021' });
    expect(await query('SELECT $1::text AS value', ['a\ud83d'])).toEqual([{ value: 'a\ufffd' }]);
  });
});
