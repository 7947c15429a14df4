// The console around each page: skip link, menu by role, language, who is signed in.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { useAddress } from '../data/address';
import { dropAllOf } from '../data/drafts';
import { switchLanguage, useLanguage, w } from '../data/language';
import { type Person, has, signOut } from '../data/session';

import { MenuLink } from './link';

export interface MenuEntry {
  to: string;
  title: string;
}

export function menuOf(person: Person): MenuEntry[] {
  const menu: MenuEntry[] = [];
  if (has(person, 'branch-clerk', 'branch-head')) {
    menu.push({ to: '/desk/entries', title: w('录入收入', 'Entries') });
    menu.push({ to: '/desk/import', title: w('文件导入', 'Import') });
    menu.push({ to: '/desk/month', title: w('月度报表', 'The month') });
  }
  if (has(person, 'hq', 'city', 'auditor')) {
    menu.push({ to: '/desk/consolidation', title: w('合并收入', 'Consolidation') });
    menu.push({ to: '/desk/review', title: has(person, 'hq') ? w('审核报表', 'Review') : w('报表', 'Statements') });
  }
  menu.push({ to: '/desk/obligations', title: w('返还义务', 'Obligations') });
  if (has(person, 'hq', 'city', 'auditor')) {
    menu.push({ to: '/desk/compliance', title: w('返还达标', 'Compliance') });
    menu.push({ to: '/desk/ledger', title: w('试算平衡', 'Trial balance') });
  }
  return menu;
}

export function Layout({ person, children }: { person: Person; children: ComponentChildren }) {
  const language = useLanguage();
  return (
    <>
      <a class="skip" href="#main">
        {w('跳到正文', 'Skip to the content')}
      </a>
      <header class="head">
        <a class="brand" href="/desk">
          邻里 Linli
        </a>
        <nav aria-label={w('主菜单', 'Main menu')}>
          {menuOf(person).map((entry) => (
            <MenuLink key={entry.to} to={entry.to}>
              {entry.title}
            </MenuLink>
          ))}
        </nav>
        <span class="who">{person.name}</span>
        <button type="button" lang={language === 'zh' ? 'en' : 'zh'} onClick={() => switchLanguage(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
        <button
          type="button"
          onClick={() => {
            void dropAllOf(person.subject).then(signOut);
          }}
        >
          {w('退出', 'Sign out')}
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

// A page's heading is the title of the browser's tab, and where the focus goes when the page changes.
export function Title({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { path } = useAddress();
  useEffect(() => {
    document.title = `${children} · 邻里`;
  }, [children]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [path]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
