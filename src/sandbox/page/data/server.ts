import type { SandboxAct, SandboxState } from '../../protocol.ts';

export type Answer = { ok: true } | { ok: false; error: string };

/** Does one thing as a person. A fault becomes a value: callers keep what was typed. */
export async function act(body: SandboxAct): Promise<Answer> {
  try {
    const response = await fetch('/sandbox/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Answer;
    return answer.ok ? { ok: true } : { ok: false, error: answer.error };
  } catch {
    return { ok: false, error: 'unreachable' };
  }
}

export async function loadState(signal: AbortSignal): Promise<SandboxState> {
  const response = await fetch('/sandbox/state', { signal });
  if (!response.ok) throw new Error(`state: ${response.status}`);
  return (await response.json()) as SandboxState;
}
