// The console for staff and partners: who is signed in decides what is shown, each group's pages are loaded when needed.
import { type ComponentType, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { useAddress } from './data/address';
import { useLanguage, w } from './data/language';
import { asProblem } from './data/loading';
import { PersonContext, has, signInAddress, whoIsIt, type Person } from './data/session';
import type { Problem } from './data/http';
import { Layout, Title, menuOf } from './ui/layout';
import { Trouble, Waiting } from './ui/notice';
import { Link } from './ui/link';

type Pages = Record<string, ComponentType<{ rest: string[] }>>;

const GROUPS: Record<string, () => Promise<{ pages: Pages }>> = {
  consolidation: () => import('./page/hq/pages'),
  review: () => import('./page/hq/pages'),
  obligations: () => import('./page/hq/pages'),
  compliance: () => import('./page/hq/pages'),
  ledger: () => import('./page/hq/pages'),
  entries: () => import('./page/branch/pages'),
  import: () => import('./page/branch/pages'),
  month: () => import('./page/branch/pages'),
};

function Home({ person }: { person: Person }) {
  return (
    <>
      <Title>{w('工作台', 'Desk')}</Title>
      <ul class="cards">
        {menuOf(person).map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to}>{entry.title}</Link>
          </li>
        ))}
        <li>
          <a href="/forms">{w('英雄帖与申请', 'Calls and proposals')}</a>
        </li>
      </ul>
      {has(person, 'hq', 'city') && <p class="hint">{w('每个数字都可以点开，直到每一笔收入。', 'Each figure opens, down to each entry.')}</p>}
    </>
  );
}

function Page({ person }: { person: Person }) {
  const { path } = useAddress();
  const [, , name = '', ...rest] = path.split('/');
  const [page, setPage] = useState<{ name: string; Component: ComponentType<{ rest: string[] }> } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    setProblem(null);
    const group = GROUPS[name];
    group?.().then(
      ({ pages }) => {
        const Component = pages[name];
        setPage(Component ? { name, Component } : null);
      },
      (error) => setProblem(asProblem(error)),
    );
  }, [name]);
  if (!name) {
    return <Home person={person} />;
  }
  if (problem) {
    return <Trouble problem={problem} />;
  }
  if (!GROUPS[name]) {
    return (
      <>
        <Title>{w('没有这个页面', 'There is no such page')}</Title>
        <Link to="/desk">{w('回到工作台', 'Back to the desk')}</Link>
      </>
    );
  }
  return page?.name === name ? <page.Component rest={rest.map(decodeURIComponent)} /> : <Waiting />;
}

function Welcome() {
  const refused = useAddress().query.get('problem') === 'sign-in';
  return (
    <main id="main" class="welcome">
      <Title>{w('邻里工作台', 'Linli desk')}</Title>
      {refused && (
        <p class="trouble" role="alert">
          {w('登录没有完成，请再试一次。', 'The sign-in was not completed. Try again.')}
        </p>
      )}
      <p>{w('街道总公司、社区分公司与社区合伙人在这里工作。', 'Where street company, branches and partners work.')}</p>
      <p>
        <a class="button first" href={refused ? '/desk/sign-in?to=/desk' : signInAddress()}>
          {w('登录', 'Sign in')}
        </a>
      </p>
      <p>
        <a href="/">{w('居民公开页', 'The public pages')}</a>
      </p>
    </main>
  );
}

function App() {
  useLanguage();
  const [person, setPerson] = useState<Person | null | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = () => {
    setProblem(null);
    whoIsIt().then(setPerson, (error) => setProblem(asProblem(error)));
  };
  useEffect(ask, []);
  if (problem) {
    return (
      <main id="main">
        <Trouble problem={problem} again={ask} />
      </main>
    );
  }
  if (person === undefined) {
    return (
      <main id="main">
        <Waiting />
      </main>
    );
  }
  return person === null ? (
    <Welcome />
  ) : (
    <PersonContext.Provider value={person}>
      <Layout person={person}>
        <Page person={person} />
      </Layout>
    </PersonContext.Provider>
  );
}

render(<App />, document.getElementById('app')!);
