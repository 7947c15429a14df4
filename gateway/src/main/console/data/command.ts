// One act of a person. Its key is made once and kept until the answer is known, so that pressing twice, a lost network or
// an expired session never does it twice.
import { useRef, useState } from 'preact/hooks';

import { Problem } from './http';
import { asProblem } from './loading';

export interface Command<A extends unknown[]> {
  run: (...given: A) => Promise<boolean>;
  busy: boolean;
  problem: Problem | null;
  clear: () => void;
}

// @param act gets the key first; the same again while what became of it is not known
export function useCommand<A extends unknown[]>(act: (key: string, ...given: A) => Promise<void>): Command<A> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const pending = useRef<{ key: string; given: string } | null>(null);
  const run = async (...given: A): Promise<boolean> => {
    if (busy) {
      return false;
    }
    const text = JSON.stringify(given);
    if (pending.current?.given !== text) {
      pending.current = { key: crypto.randomUUID(), given: text };
    }
    setBusy(true);
    setProblem(null);
    try {
      await act(pending.current.key, ...given);
      pending.current = null;
      return true;
    } catch (error) {
      const found = asProblem(error);
      if (!found.unknown && !found.ended) {
        pending.current = null;
      }
      setProblem(found);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, problem, clear: () => setProblem(null) };
}
