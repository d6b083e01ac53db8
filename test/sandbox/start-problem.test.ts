import { expect, test } from 'vitest';
import { startProblem } from '../../src/sandbox/start-problem.ts';
import { DataFolderError } from '../../src/store/data-folder.ts';
import { localSlack } from './bolt-app.ts';

test('a port in use is one line that says which, and how to choose another', async () => {
  const { url } = await localSlack();
  const port = Number(new URL(url).port);
  const error = await localSlack({ port }).catch((err: unknown) => err);
  expect(startProblem(error, port)).toBe(
    `Port ${port} is in use, perhaps by another sandbox. Choose another: SANDBOX_PORT=${port + 1} npm run sandbox`,
  );
});

test('the last port of all is followed by the usual one', () => {
  const error = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', syscall: 'listen' });
  expect(startProblem(error, 65_535)).toContain('SANDBOX_PORT=3210');
});

test('a folder that another sandbox holds is told in its own words, with the way around it', () => {
  const text = startProblem(new DataFolderError('Another Docket uses the data folder data/sandbox.'), 3210);
  expect(text).toBe(
    'The sandbox could not start: Another Docket uses the data folder data/sandbox. ' +
      'Without --keep the sandbox needs no folder.',
  );
});
