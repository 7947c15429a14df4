// What a page waits for, and what became of it.
import { useEffect, useState } from 'preact/hooks';

import { Problem } from './http';

export type Loaded<T> =
  | { state: 'loading'; before?: T }
  | { state: 'there'; value: T }
  | { state: 'failed'; problem: Problem };

export interface Loading<T> {
  now: Loaded<T>;
  again: () => void;
}

// Asks again whenever one of the things it depends on is another; an answer that comes too late is dropped.
export function useLoaded<T>(ask: (signal: AbortSignal) => Promise<T>, on: unknown[]): Loading<T> {
  const [now, setNow] = useState<Loaded<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    setNow((before) => (before.state === 'there' ? { state: 'loading', before: before.value } : { state: 'loading' }));
    ask(abort.signal).then(
      (value) => !abort.signal.aborted && setNow({ state: 'there', value }),
      (error) => !abort.signal.aborted && setNow({ state: 'failed', problem: asProblem(error) }),
    );
    return () => abort.abort();
  }, [...on, round]);
  return { now, again: () => setRound((last) => last + 1) };
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(-1, 'page', '页面出错 · The page failed', String(error));
