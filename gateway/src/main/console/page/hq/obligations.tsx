// What each branch owes to its residents, month by month: owed, funded, outstanding, and where each figure comes from.
import { useState } from 'preact/hooks';

import { go, useAddress, withQuery } from '../../data/address';
import { percent, sum } from '../../data/amounts';
import { useCommand } from '../../data/command';
import { address, call } from '../../data/http';
import { w } from '../../data/language';
import { useLoaded } from '../../data/loading';
import { today } from '../../data/months';
import type { fund } from '../../data/routes';
import { has, usePerson } from '../../data/session';
import { Amount } from '../../ui/amount';
import { Dialog } from '../../ui/dialog';
import { Choice, TextField } from '../../ui/field';
import { Title } from '../../ui/layout';
import { Link } from '../../ui/link';
import { Shown, Trouble } from '../../ui/notice';
import { Files, Pager, Table } from '../../ui/table';

import { RangeFields, useRange } from './range';

const STATES: [fund.ObligationState, string, string][] = [
  ['NOTHING_OWED', '无需返还', 'Nothing owed'],
  ['OWED', '未到账', 'Owed'],
  ['PARTLY_FUNDED', '部分到账', 'Partly funded'],
  ['FUNDED', '已到账', 'Funded'],
  ['OVERFUNDED', '多付', 'Overfunded'],
];

const stateName = (state: string): string => {
  const found = STATES.find(([code]) => code === state);
  return found ? w(found[1], found[2]) : state;
};

const ORDERS: [fund.ObligationQueryOrder, string, string][] = [
  ['UNIT', '按分公司', 'By branch'],
  ['PERIOD', '按月份', 'By period'],
  ['OWED', '按应返还', 'By what is owed'],
  ['OUTSTANDING', '按尚欠', 'By what is outstanding'],
];

function List() {
  const range = useRange();
  const { query } = useAddress();
  const filter = {
    within: range.scope,
    from: range.from,
    to: range.to,
    state: (query.get('state') ?? undefined) as fund.ObligationState | undefined,
    sort: (query.get('sort') ?? undefined) as fund.ObligationQueryOrder | undefined,
  };
  const cursor = query.get('cursor') ?? undefined;
  const page = useLoaded(
    (signal) => call('GET /api/fund/obligations', { query: { ...filter, cursor, limit: 100 }, signal }),
    [filter.within, filter.from, filter.to, filter.state, filter.sort, cursor],
  );
  const file = { ...filter, header: 'zh' };
  return (
    <>
      <Title>{w('返还义务', 'Obligations')}</Title>
      <RangeFields range={range} />
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={w('状态', 'State')}
          name="state"
          value={filter.state ?? ''}
          options={[['', w('全部', 'All')], ...STATES.map(([code]): [string, string] => [code, stateName(code)])]}
          onValue={(state) => go(withQuery({ state, cursor: null }), true)}
        />
        <Choice
          label={w('排序', 'Order')}
          name="sort"
          value={filter.sort ?? 'UNIT'}
          options={ORDERS.map(([code, zh, en]): [string, string] => [code, w(zh, en)])}
          onValue={(sort) => go(withQuery({ sort, cursor: null }), true)}
        />
      </form>
      <Shown of={page}>
        {(found) => (
          <>
            <Table
              caption={w('返还义务', 'Obligations')}
              columns={[
                { title: w('分公司', 'Branch'), cell: (row: fund.Obligation) => <Link to={one(row)}>{row.name ?? row.unit}</Link> },
                { title: w('月份', 'Period'), cell: (row) => row.period },
                { title: w('计提基数', 'Base'), number: true, cell: (row) => <Amount of={row.base} to={one(row)} /> },
                { title: w('比例', 'Rate'), number: true, cell: (row) => percent(row.rate) },
                { title: w('应返还', 'Owed'), number: true, cell: (row) => <Amount of={row.owed} to={one(row)} /> },
                { title: w('已到账', 'Funded'), number: true, cell: (row) => <Amount of={row.funded} to={one(row)} /> },
                { title: w('尚欠', 'Outstanding'), number: true, cell: (row) => <Amount of={row.outstanding} to={one(row)} /> },
                { title: w('状态', 'State'), cell: (row) => stateName(row.state) },
              ]}
              rows={found.items}
              id={(row) => `${row.unit} ${row.period}`}
              total={
                found.next || cursor
                  ? undefined
                  : {
                      [w('应返还', 'Owed')]: <Amount of={sum(found.items.map((row) => row.owed))} />,
                      [w('已到账', 'Funded')]: <Amount of={sum(found.items.map((row) => row.funded))} />,
                      [w('尚欠', 'Outstanding')]: <Amount of={sum(found.items.map((row) => row.outstanding))} />,
                    }
              }
              empty={w('没有符合条件的返还义务。', 'No obligation fits.')}
            />
            <Pager next={found.next} />
            <Files csv={address('/api/fund/obligations/export', { query: file })} xlsx={address('/api/fund/obligations/export', { query: { ...file, format: 'XLSX' } })} />
          </>
        )}
      </Shown>
    </>
  );
}

const one = (row: fund.Obligation): string => `/desk/obligations/${row.unit}/${row.period}`;

function One({ unit, period }: { unit: string; period: string }) {
  const person = usePerson();
  const loading = useLoaded((signal) => call('GET /api/fund/obligations/{unit}/{period}', { path: { unit, period }, signal }), [unit, period]);
  const [booking, setBooking] = useState(false);
  const [amount, setAmount] = useState('');
  const [date, setDate] = useState(today());
  const [reference, setReference] = useState('');
  const book = useCommand(async (key, body: fund.FundingRequest) => {
    await call('POST /api/fund/fundings', { body, key });
    setBooking(false);
    setReference('');
    loading.again();
  });
  return (
    <>
      <Title>{w(`返还义务 ${period}`, `Obligation ${period}`)}</Title>
      <p>
        <Link to="/desk/obligations">{w('回到列表', 'Back to the list')}</Link>
      </p>
      <Shown of={loading}>
        {(found) => (
          <>
            <h2>{found.name ?? found.unit}</h2>
            <dl class="figures">
              <dt>{w('应返还', 'Owed')}</dt>
              <dd>
                <Amount of={found.owed} /> <small>{w(`基数 ${found.base} × ${percent(found.rate)}`, `${found.base} × ${percent(found.rate)}`)}</small>
              </dd>
              <dt>{w('已到账', 'Funded')}</dt>
              <dd>
                <Amount of={found.funded} />
              </dd>
              <dt>{w('尚欠', 'Outstanding')}</dt>
              <dd>
                <Amount of={found.outstanding} />
              </dd>
            </dl>
            <Table
              caption={w('由哪些报表形成', 'The statements that made it')}
              columns={[
                { title: w('报表', 'Statement'), cell: (row: fund.ObligationDetailAccrual) => <Link to={`/desk/review/${row.statementId}`}>{row.statementId}</Link> },
                { title: w('收入', 'Gross'), number: true, cell: (row) => <Amount of={row.gross} to={`/desk/review/${row.statementId}`} /> },
                { title: w('基数', 'Base'), number: true, cell: (row) => <Amount of={row.base} /> },
                { title: w('应返还', 'Owed'), number: true, cell: (row) => <Amount of={row.owed} /> },
                { title: w('变化', 'Change'), number: true, cell: (row) => <Amount of={row.change} /> },
              ]}
              rows={found.accruals}
              id={(row) => row.statementId}
              empty={w('没有。', 'None.')}
            />
            <Table
              caption={w('到账', 'Fundings')}
              columns={[
                { title: w('日期', 'Date'), cell: (row: fund.ObligationDetailFundingRow) => row.date },
                { title: w('金额', 'Amount'), number: true, cell: (row) => <Amount of={row.amount} /> },
                { title: w('银行流水号', 'Bank reference'), cell: (row) => row.reference },
                { title: w('冲销', 'Reversed'), cell: (row) => (row.reversalId ? w('已冲销', 'Reversed') : '') },
              ]}
              rows={found.fundings}
              id={(row) => row.id}
              empty={w('还没有到账。', 'No money has moved yet.')}
            />
            {has(person, 'hq') && found.outstanding !== '0.00' && (
              <button
                type="button"
                class="first"
                onClick={() => {
                  setAmount(found.outstanding);
                  setBooking(true);
                }}
              >
                {w('登记到账', 'Book a transfer')}
              </button>
            )}
            {booking && (
              <Dialog title={w('登记到账', 'Book a transfer')} act={w('登记', 'Book')} busy={book.busy} onAct={() => void book.run({ unit, period, amount, date, reference })} onClose={() => setBooking(false)}>
                <TextField label={w('金额（元）', 'Amount (yuan)')} name="amount" value={amount} onValue={setAmount} inputMode="decimal" problem={book.problem} />
                <TextField label={w('日期', 'Date')} name="date" value={date} onValue={setDate} placeholder="2026-03-31" problem={book.problem} />
                <TextField label={w('银行流水号', 'Bank reference')} name="reference" value={reference} onValue={setReference} problem={book.problem} />
                {book.problem && <Trouble problem={book.problem} />}
              </Dialog>
            )}
          </>
        )}
      </Shown>
    </>
  );
}

export const Obligations = ({ rest }: { rest: string[] }) => (rest[0] && rest[1] ? <One unit={rest[0]} period={rest[1]} /> : <List />);
