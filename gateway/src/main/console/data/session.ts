// Who is signed in. The gateway keeps the session; a page only knows the person, and what is shown follows the roles.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { Problem } from './http';

export type Role = 'city' | 'hq' | 'branch-head' | 'branch-clerk' | 'partner' | 'seeker' | 'resident' | 'auditor';

export interface Person {
  subject: string;
  name: string;
  roles: Role[];
  units: string[];
}

export async function whoIsIt(): Promise<Person | null> {
  const response = await fetch('/desk/me', { headers: { Accept: 'application/json' } });
  if (response.status === 401) {
    return null;
  }
  if (!response.ok) {
    throw new Problem(response.status, 'session', response.statusText);
  }
  return response.json();
}

export const signInAddress = (): string =>
  `/desk/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`;

// Ends the session everywhere: here, at the gateway and at the provider.
export async function signOut(): Promise<void> {
  const response = await fetch('/desk/sign-out', { method: 'POST', headers: { 'X-Linli-Console': '1' } });
  const { to } = await response.json();
  location.assign(to);
}

export const PersonContext = createContext<Person>({ subject: '', name: '', roles: [], units: [] });

export const usePerson = (): Person => useContext(PersonContext);

export const has = (person: Person, ...roles: Role[]): boolean => roles.some((role) => person.roles.includes(role));

// The unit that a person begins with: the first prefix of theirs, a city's where it is all.
export const firstUnit = (person: Person): string => {
  const unit = person.units[0] ?? '';
  return unit === '*' ? '4407' : unit;
};
