// Chinese first, English by a switch; the choice is kept in this browser.
import { useEffect, useState } from 'preact/hooks';

export type Language = 'zh' | 'en';

const KEPT = 'linli.language';
const listeners = new Set<() => void>();
let language: Language = localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
document.documentElement.lang = language;

export const currentLanguage = (): Language => language;

// The word in the language of the moment.
export const w = (zh: string, en: string): string => (language === 'zh' ? zh : en);

export function switchLanguage(to: Language): void {
  language = to;
  localStorage.setItem(KEPT, to);
  document.documentElement.lang = to;
  listeners.forEach((tell) => tell());
}

// Draws the component anew when the language changes.
export function useLanguage(): Language {
  const [shown, setShown] = useState(language);
  useEffect(() => {
    const tell = () => setShown(language);
    listeners.add(tell);
    return () => {
      listeners.delete(tell);
    };
  }, []);
  return shown;
}
