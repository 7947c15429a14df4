// Where we are: path and query of the address. What a page shows is in it, so that it can be shared and survives a reload.
import { useEffect, useState } from 'preact/hooks';

export interface Address {
  path: string;
  query: URLSearchParams;
}

const listeners = new Set<() => void>();
const here = (): Address => ({ path: location.pathname, query: new URLSearchParams(location.search) });

addEventListener('popstate', () => listeners.forEach((tell) => tell()));

// Asked before a page with unsent work is left; answers false to stay.
let guard: (() => boolean) | undefined;

export function guardLeaving(ask: (() => boolean) | undefined): void {
  guard = ask;
}

export function go(to: string, replace = false): void {
  if (guard && !replace && !guard()) {
    return;
  }
  if (replace) {
    history.replaceState(null, '', to);
  } else {
    history.pushState(null, '', to);
    scrollTo(0, 0);
  }
  listeners.forEach((tell) => tell());
}

// The same place with other values in the query; null takes one out.
export function withQuery(changes: Record<string, string | null>): string {
  const { path, query } = here();
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') {
      query.delete(name);
    } else {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

export function useAddress(): Address {
  const [address, setAddress] = useState(here);
  useEffect(() => {
    const tell = () => setAddress(here());
    listeners.add(tell);
    return () => {
      listeners.delete(tell);
    };
  }, []);
  return address;
}
