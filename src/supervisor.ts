import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { anchoredClock } from './clock.ts';
import { EXIT } from './exit-codes.ts';
import { afterEnd } from './restarts.ts';

/**
 * `npm start`: keeps one server running. A lost socket or a fault may end its process at any time (Socket Mode
 * 3.1 does so on some answers of Slack); nudges must not wait for somebody to notice.
 */
const SERVER = fileURLToPath(new URL('./main.js', import.meta.url));

const say = (sentence: string): boolean => process.stderr.write(`${sentence}\n`);

let asked = false;

function run(): Promise<number | null> {
  const server = spawn(process.execPath, [...process.execArgv, SERVER], { stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals): void => {
    asked = true;
    server.kill(signal);
  };
  process.on('SIGTERM', pass);
  process.on('SIGINT', pass);
  return new Promise((resolve) => {
    const ended = (code: number | null): void => {
      process.off('SIGTERM', pass);
      process.off('SIGINT', pass);
      resolve(code);
    };
    server.once('exit', ended);
    server.once('error', () => ended(EXIT.fault));
  });
}

const clock = anchoredClock(0);
let failures = 0;
for (;;) {
  const began = clock.now();
  const code = await run();
  if (asked) process.exit(code ?? EXIT.fault);
  const next = afterEnd({ code, ranFor: clock.now() - began }, failures);
  if (next.kind === 'stop') {
    if (next.why === 'hopeless')
      say(
        `Docket ended ${failures + 1} times soon after its start. Mend what it said above, then start it again.`,
      );
    process.exit(next.code);
  }
  failures = next.failures;
  say(`Docket ended (${code ?? 'killed'}); starting again in ${next.after / 1_000} s.`);
  await pause(next.after);
}
