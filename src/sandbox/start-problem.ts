import { DataFolderError } from '../store/data-folder.ts';
import { errorCode } from '../store/file-errors.ts';

/** One line for the terminal: why the sandbox did not start, and what to do. */
export function startProblem(error: unknown, port: number): string {
  const other = `Choose another: SANDBOX_PORT=${port < 65_535 ? port + 1 : 3210} npm run sandbox`;
  if (isAboutThePort(error)) {
    return errorCode(error) === 'EADDRINUSE'
      ? `Port ${port} is in use, perhaps by another sandbox. ${other}`
      : `Port ${port} can't be used (${errorCode(error)}). ${other}`;
  }
  const why = error instanceof Error ? error.message : String(error);
  const withoutFolder =
    error instanceof DataFolderError ? ' Without --keep the sandbox needs no folder.' : '';
  return `The sandbox could not start: ${why}${withoutFolder}`;
}

const isAboutThePort = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'listen';
