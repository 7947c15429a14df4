// Whether the return is kept, street by street and branch by branch, and whether the books balance.
import { go, useAddress, withQuery } from '../../data/address';
import { percent } from '../../data/amounts';
import { address, call } from '../../data/http';
import { w } from '../../data/language';
import { useLoaded } from '../../data/loading';
import type { fund } from '../../data/routes';
import { firstUnit, usePerson } from '../../data/session';
import { Amount } from '../../ui/amount';
import { Choice } from '../../ui/field';
import { Title } from '../../ui/layout';
import { Link } from '../../ui/link';
import { Shown } from '../../ui/notice';
import { Files, Pager, Table } from '../../ui/table';

import { RangeFields, useRange } from './range';

const GROUPINGS: [fund.Grouping, string, string][] = [
  ['BRANCH', '分公司', 'Branch'],
  ['STREET', '街道', 'Street'],
  ['DISTRICT', '区县', 'District'],
  ['PERIOD', '月份', 'Period'],
];

export function Compliance() {
  const range = useRange();
  const { query } = useAddress();
  const by = (query.get('by') ?? 'BRANCH') as fund.Grouping;
  const cursor = query.get('cursor') ?? undefined;
  const page = useLoaded(
    (signal) => call('GET /api/fund/compliance/{scope}', { path: { scope: range.scope }, query: { from: range.from, to: range.to, by, cursor, limit: 100 }, signal }),
    [range.scope, range.from, range.to, by, cursor],
  );
  const file = (format?: string) => address('/api/fund/compliance/{scope}/export', { path: { scope: range.scope }, query: { from: range.from, to: range.to, by, header: 'zh', format } });
  const drill = (row: fund.ComplianceRow) =>
    by === 'PERIOD'
      ? address('/desk/obligations', { query: { scope: range.scope, from: row.key, to: row.key } })
      : address('/desk/obligations', { query: { ...range, scope: row.key } });
  return (
    <>
      <Title>{w('返还达标', 'Compliance')}</Title>
      <RangeFields range={range} />
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <Choice label={w('按', 'By')} name="by" value={by} options={GROUPINGS.map(([code, zh, en]): [string, string] => [code, w(zh, en)])} onValue={(value) => go(withQuery({ by: value, cursor: null }), true)} />
      </form>
      <Shown of={page}>
        {(found) => (
          <>
            <Table
              caption={w('返还达标', 'Compliance')}
              columns={[
                { title: w('对象', 'Of'), cell: (row: fund.ComplianceRow) => <Link to={drill(row)}>{row.name ?? row.key}</Link> },
                { title: w('计提基数', 'Base'), number: true, cell: (row) => <Amount of={row.base} to={drill(row)} /> },
                { title: w('应返还', 'Owed'), number: true, cell: (row) => <Amount of={row.owed} to={drill(row)} /> },
                { title: w('已到账', 'Funded'), number: true, cell: (row) => <Amount of={row.funded} to={drill(row)} /> },
                { title: w('尚欠', 'Outstanding'), number: true, cell: (row) => <Amount of={row.outstanding} to={drill(row)} /> },
                { title: w('实际比例', 'Rate reached'), number: true, cell: (row) => (row.rateReached ? percent(row.rateReached) : '') },
                { title: w('达标', 'Kept'), cell: (row) => <span class={row.compliant ? 'kept' : 'missed'}>{row.compliant ? w('达标', 'kept') : w('未达标', 'not kept')}</span> },
              ]}
              rows={found.items}
              id={(row) => row.key}
              empty={w('还没有返还义务。', 'Nothing is owed yet.')}
            />
            <Pager next={found.next} />
            <Files csv={file()} xlsx={file('XLSX')} />
          </>
        )}
      </Shown>
    </>
  );
}

export function Ledger() {
  const person = usePerson();
  const within = useAddress().query.get('scope') ?? firstUnit(person);
  const books = useLoaded(
    async (signal) => ({
      balance: await call('GET /api/fund/ledger/trial-balance', { query: { within }, signal }),
      rules: await call('GET /api/fund/ledger/invariants', { query: { within }, signal }),
    }),
    [within],
  );
  return (
    <>
      <Title>{w('试算平衡', 'Trial balance')}</Title>
      <Shown of={books}>
        {({ balance, rules }) => (
          <>
            <p class={rules.hold ? 'kept' : 'missed'}>{rules.hold ? w('借贷相等，账目规则全部成立。', 'Debits equal credits, and each rule of the books holds.') : w('有规则不成立，请通知运维。', 'A rule does not hold; tell the operators.')}</p>
            <Table
              caption={w('科目余额', 'Accounts')}
              columns={[
                { title: w('科目', 'Account'), cell: (row: fund.TrialBalanceAccount) => row.name },
                { title: w('借方', 'Debits'), number: true, cell: (row) => <Amount of={row.debits} /> },
                { title: w('贷方', 'Credits'), number: true, cell: (row) => <Amount of={row.credits} /> },
                { title: w('余额', 'Balance'), number: true, cell: (row) => <Amount of={row.balance} /> },
              ]}
              rows={balance.accounts}
              id={(row) => row.account}
              total={{ [w('借方', 'Debits')]: <Amount of={balance.debits} />, [w('贷方', 'Credits')]: <Amount of={balance.credits} /> }}
              empty={w('还没有分录。', 'No entries yet.')}
            />
          </>
        )}
      </Shown>
    </>
  );
}
