// What a scope earned: gross, of it eliminated between its own units, and external. Each figure leads to what it is made of.
import { go, useAddress, withQuery } from '../../data/address';
import { sum } from '../../data/amounts';
import { address, call } from '../../data/http';
import { w } from '../../data/language';
import { useLoaded } from '../../data/loading';
import { monthsBetween } from '../../data/months';
import type { company } from '../../data/routes';
import { Amount } from '../../ui/amount';
import { Bars } from '../../ui/bars';
import { Title } from '../../ui/layout';
import { Link } from '../../ui/link';
import { Shown } from '../../ui/notice';
import { Files, Pager, Table } from '../../ui/table';

import { lineName } from './lines';
import { RangeFields, useRange, type Range } from './range';

type Figures = Pick<company.Figures, 'gross' | 'eliminated' | 'external' | 'entries'>;

const place = (page: string, range: Range, more: Record<string, string> = {}): string =>
  address(`/desk/consolidation${page}`, { query: { ...range, ...more } });

function figures(drill: (row: Figures) => string | undefined) {
  return [
    { title: w('收入', 'Gross'), number: true, cell: (row: Figures) => <Amount of={row.gross} to={drill(row)} /> },
    { title: w('内部抵消', 'Eliminated'), number: true, cell: (row: Figures) => <Amount of={row.eliminated} to={drill(row)} /> },
    { title: w('对外收入', 'External'), number: true, cell: (row: Figures) => <Amount of={row.external} to={drill(row)} /> },
    { title: w('笔数', 'Entries'), number: true, cell: (row: Figures) => String(row.entries) },
  ];
}

const totals = (rows: Figures[], to: string) => ({
  [w('收入', 'Gross')]: <Amount of={sum(rows.map((row) => row.gross))} to={to} />,
  [w('内部抵消', 'Eliminated')]: <Amount of={sum(rows.map((row) => row.eliminated))} to={to} />,
  [w('对外收入', 'External')]: <Amount of={sum(rows.map((row) => row.external))} to={to} />,
  [w('笔数', 'Entries')]: String(rows.reduce((count, row) => count + row.entries, 0)),
});

// Statements come in all day: what is shown is asked for again when the count of those taken in has moved on.
function Whole({ range }: { range: Range }) {
  const all = useLoaded(
    (signal) => call('GET /api/company/consolidation/{scope}', { path: { scope: range.scope }, query: { from: range.from, to: range.to }, signal }),
    [range.scope, range.from, range.to],
  );
  return (
    <Shown of={all}>
      {(found) => (
        <>
          <h2>{found.name}</h2>
          <dl class="figures">
            <dt>{w('收入', 'Gross')}</dt>
            <dd>
              <Amount of={found.total.gross} to={place('/branches', range)} />
            </dd>
            <dt>{w('内部抵消', 'Eliminated')}</dt>
            <dd>
              <Amount of={found.total.eliminated} to={place('/lines', range)} />
            </dd>
            <dt>{w('对外收入', 'External')}</dt>
            <dd>
              <Amount of={found.total.external} to={place('/branches', range)} />
            </dd>
          </dl>
          <Bars
            caption={w('每月对外收入', 'External revenue by month')}
            bars={monthsBetween(range.from, range.to).map((month) => ({
              label: month,
              amount: found.byPeriod.find((one) => one.period === month)?.external ?? '0.00',
            }))}
          />
          <Table
            caption={w('按业务条线', 'By business line')}
            columns={[
              { title: w('业务条线', 'Line'), cell: (row: company.ConsolidatedLineFigures) => lineName(row.line) },
              ...figures((row) => place('/lines', range, { line: (row as company.ConsolidatedLineFigures).line })),
            ]}
            rows={found.byLine}
            id={(row) => row.line}
            total={totals(found.byLine, place('/lines', range))}
            empty={w('这几个月还没有审核通过的报表。', 'No statement of these months has been accepted yet.')}
          />
          <p>
            <Link to={place('/branches', range)}>{w('按分公司', 'By branch')}</Link>
          </p>
        </>
      )}
    </Shown>
  );
}

function Branches({ range }: { range: Range }) {
  const { query } = useAddress();
  const cursor = query.get('cursor') ?? undefined;
  const page = useLoaded(
    (signal) =>
      call('GET /api/company/consolidation/{scope}/branches', { path: { scope: range.scope }, query: { from: range.from, to: range.to, cursor, limit: 100 }, signal }),
    [range.scope, range.from, range.to, cursor],
  );
  const filters = { within: range.scope, level: 'COMMUNITY', from: range.from, to: range.to, header: 'zh' };
  return (
    <Shown of={page}>
      {(found) => (
        <>
          <Table
            caption={w('按分公司', 'By branch')}
            columns={[
              {
                title: w('分公司', 'Branch'),
                cell: (row: company.RowViewBranch) => <Link to={place('/lines', { ...range, scope: row.branch })}>{row.name}</Link>,
              },
              ...figures((row) => place('/lines', { ...range, scope: (row as company.RowViewBranch).branch })),
            ]}
            rows={found.items}
            id={(row) => row.branch}
            total={found.next || cursor ? undefined : totals(found.items, place('/lines', range))}
            empty={w('还没有审核通过的报表。', 'No statement has been accepted yet.')}
          />
          <Pager next={found.next} />
          <Files
            csv={address('/api/company/consolidation/cells/export', { query: filters })}
            xlsx={address('/api/company/consolidation/cells/export', { query: { ...filters, format: 'XLSX' } })}
          />
        </>
      )}
    </Shown>
  );
}

// The lines of accepted statements behind a figure; each leads to the entries that it sums.
function Lines({ range }: { range: Range }) {
  const { query } = useAddress();
  const cursor = query.get('cursor') ?? undefined;
  const line = query.get('line') ?? undefined;
  const page = useLoaded(
    (signal) =>
      call('GET /api/company/consolidation/{scope}/statement-lines', {
        path: { scope: range.scope },
        query: { from: range.from, to: range.to, line, cursor, limit: 100 },
        signal,
      }),
    [range.scope, range.from, range.to, line, cursor],
  );
  return (
    <Shown of={page}>
      {(found) => (
        <>
          {line && (
            <p>
              {lineName(line)} <Link to={withQuery({ line: null, cursor: null })}>{w('全部条线', 'All lines')}</Link>
            </p>
          )}
          <Table
            caption={w('报表明细', 'Lines of accepted statements')}
            columns={[
              { title: w('报表', 'Statement'), cell: (row: company.RowViewStatementLine) => <Link to={`/desk/review/${row.statementId}`}>{row.statementId}</Link> },
              { title: w('条线', 'Line'), cell: (row) => lineName(row.line) },
              { title: w('往来单位', 'Counterparty'), cell: (row) => row.counterparty ?? '' },
              { title: w('收入', 'Gross'), number: true, cell: (row) => <Amount of={row.figures.gross} to={entriesOf(row)} /> },
              { title: w('内部抵消', 'Eliminated'), number: true, cell: (row) => <Amount of={row.figures.eliminated} to={entriesOf(row)} /> },
              { title: w('对外收入', 'External'), number: true, cell: (row) => <Amount of={row.figures.external} to={entriesOf(row)} /> },
              { title: w('笔数', 'Entries'), number: true, cell: (row) => String(row.figures.entries) },
            ]}
            rows={found.items}
            id={(row) => `${row.statementId} ${row.line} ${row.project ?? ''} ${row.partner ?? ''} ${row.counterparty ?? ''}`}
            empty={w('没有明细。', 'No lines.')}
          />
          <Pager next={found.next} />
        </>
      )}
    </Shown>
  );
}

// The service says itself which entries a line sums.
const entriesOf = (row: company.RowViewStatementLine): string => `/desk/entries/all?${row.entries.split('?')[1] ?? ''}`;

export function Consolidation({ rest }: { rest: string[] }) {
  const range = useRange();
  return (
    <>
      <Title>{w('合并收入', 'Consolidation')}</Title>
      <RangeFields range={range} />
      {rest[0] === 'branches' ? <Branches range={range} /> : rest[0] === 'lines' ? <Lines range={range} /> : <Whole range={range} />}
      {rest[0] && (
        <p>
          <button type="button" onClick={() => go(place('', range))}>
            {w('回到总览', 'Back to the whole')}
          </button>
        </p>
      )}
    </>
  );
}
