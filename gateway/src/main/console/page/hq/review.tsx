// Statements that wait to be reviewed, one after the other by keyboard, with what changed since the last version.
import { useEffect, useState } from 'preact/hooks';

import { go, useAddress, withQuery } from '../../data/address';
import { fen, yuan } from '../../data/amounts';
import { useCommand } from '../../data/command';
import { call, send } from '../../data/http';
import { w } from '../../data/language';
import { useLoaded } from '../../data/loading';
import type { company } from '../../data/routes';
import { firstUnit, has, usePerson } from '../../data/session';
import { Amount } from '../../ui/amount';
import { Dialog } from '../../ui/dialog';
import { Choice, TextArea } from '../../ui/field';
import { Title } from '../../ui/layout';
import { Link } from '../../ui/link';
import { Shown, Trouble } from '../../ui/notice';
import { Pager, Table } from '../../ui/table';

import { lineName } from './lines';

const STATES: Record<string, [string, string]> = {
  DRAFT: ['草稿', 'Draft'],
  SUBMITTED: ['待审核', 'Submitted'],
  RETURNED: ['已退回', 'Returned'],
  ACCEPTED: ['已通过', 'Accepted'],
  SUPERSEDED: ['已被更正取代', 'Superseded'],
  DISCARDED: ['已作废', 'Discarded'],
};

export const stateName = (state: string): string => {
  const [zh, en] = STATES[state] ?? [state, state];
  return w(zh, en);
};

function Queue() {
  const person = usePerson();
  const { query } = useAddress();
  const state = (query.get('state') ?? 'SUBMITTED') as company.StatementState;
  const cursor = query.get('cursor') ?? undefined;
  const page = useLoaded(
    (signal) => call('GET /api/company/statements', { query: { within: firstUnit(person), state, cursor, limit: 100 }, signal }),
    [person.subject, state, cursor],
  );
  return (
    <>
      <Title>{w('审核报表', 'Review')}</Title>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={w('状态', 'State')}
          name="state"
          value={state}
          options={Object.keys(STATES).map((one) => [one, stateName(one)])}
          onValue={(value) => go(withQuery({ state: value, cursor: null }), true)}
        />
      </form>
      <Shown of={page}>
        {(found) => (
          <>
            <Table
              caption={stateName(state)}
              columns={[
                { title: w('报表', 'Statement'), cell: (row: company.Statement) => <Link to={`/desk/review/${row.id}`}>{row.id}</Link> },
                { title: w('月份', 'Period'), cell: (row) => row.period },
                { title: w('收入', 'Gross'), number: true, cell: (row) => <Amount of={row.totals.gross} to={`/desk/review/${row.id}`} /> },
                { title: w('笔数', 'Entries'), number: true, cell: (row) => String(row.totals.entries) },
                { title: w('提交', 'Submitted'), cell: (row) => row.submittedAt?.slice(0, 16).replace('T', ' ') ?? '' },
              ]}
              rows={found.items}
              id={(row) => row.id}
              empty={state === 'SUBMITTED' ? w('没有待审核的报表。', 'Nothing waits to be reviewed.') : w('没有报表。', 'No statements.')}
            />
            <Pager next={found.next} />
          </>
        )}
      </Shown>
    </>
  );
}

const keyOf = (line: company.StatementLine): string => [line.line, line.project ?? '', line.partner ?? '', line.counterparty ?? ''].join('|');

type Compared = company.StatementLine & { before: string };

// Each line with its amount in the version before; what is there no more stands with nothing now.
function compared(now: company.StatementLine[], before: company.StatementLine[]): Compared[] {
  const old = new Map(before.map((line) => [keyOf(line), line]));
  const rows = now.map((line) => ({ ...line, before: old.get(keyOf(line))?.gross ?? '0.00' }));
  const there = new Set(now.map(keyOf));
  return [...rows, ...before.filter((line) => !there.has(keyOf(line))).map((line) => ({ ...line, gross: '0.00', entries: 0, before: line.gross }))];
}

function One({ id }: { id: string }) {
  const person = usePerson();
  const loading = useLoaded(async (signal) => {
    const { data, etag } = await send('GET /api/company/statements/{id}', { path: { id }, signal });
    const before = data.supersedes ? await call('GET /api/company/statements/{id}', { path: { id: data.supersedes }, signal }) : null;
    return { statement: data, etag: etag ?? undefined, before };
  }, [id]);
  const [asked, setAsked] = useState<'accept' | 'return' | null>(null);
  const [reasons, setReasons] = useState('');
  const version = loading.now.state === 'there' ? loading.now.value.etag : undefined;
  const done = () => {
    setAsked(null);
    setReasons('');
    loading.again();
  };
  const accept = useCommand(async (key) => {
    await call('POST /api/company/statements/{id}/acceptance', { path: { id }, key, version });
    done();
  });
  const giveBack = useCommand(async (key, lines: string[]) => {
    await call('POST /api/company/statements/{id}/return', { path: { id }, body: { reasons: lines }, key, version });
    done();
  });
  const waits = loading.now.state === 'there' && loading.now.value.statement.state === 'SUBMITTED' && has(person, 'hq');
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
      if (!waits || typing || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === 'a' || event.key === 'r') {
        event.preventDefault();
        setAsked(event.key === 'a' ? 'accept' : 'return');
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [waits]);
  return (
    <>
      <Title>{w(`报表 ${id}`, `Statement ${id}`)}</Title>
      <p>
        <Link to="/desk/review">{w('回到列表', 'Back to the list')}</Link>
      </p>
      <Shown of={loading}>
        {({ statement, before }) => (
          <>
            <dl class="figures">
              <dt>{w('状态', 'State')}</dt>
              <dd>{stateName(statement.state)}</dd>
              <dt>{w('收入', 'Gross')}</dt>
              <dd>
                <Amount of={statement.totals.gross} to={`/desk/entries/all?statement=${encodeURIComponent(statement.id)}`} />
              </dd>
              <dt>{w('直接成本', 'Direct cost')}</dt>
              <dd>
                <Amount of={statement.totals.directCost} />
              </dd>
              <dt>{w('笔数', 'Entries')}</dt>
              <dd>{statement.totals.entries}</dd>
            </dl>
            {statement.reasons.length > 0 && (
              <div class="trouble">
                <strong>{w('退回理由', 'Returned because')}</strong>
                <ul>
                  {statement.reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </div>
            )}
            <Table
              caption={before ? w(`与 ${before.id} 相比`, `Against ${before.id}`) : w('按条线与项目', 'By line and project')}
              columns={[
                { title: w('条线', 'Line'), cell: (row: Compared) => lineName(row.line) },
                { title: w('项目', 'Project'), cell: (row) => row.project ?? '' },
                { title: w('往来单位', 'Counterparty'), cell: (row) => row.counterparty ?? row.partner ?? '' },
                { title: w('收入', 'Gross'), number: true, cell: (row) => <Amount of={row.gross} to={entriesOf(statement.id, row)} /> },
                ...(before
                  ? [
                      { title: w('上一版', 'Before'), number: true, cell: (row: Compared) => <Amount of={row.before} /> },
                      { title: w('变化', 'Change'), number: true, cell: (row: Compared) => <Amount of={yuan(fen(row.gross) - fen(row.before))} /> },
                    ]
                  : []),
                { title: w('笔数', 'Entries'), number: true, cell: (row) => String(row.entries) },
              ]}
              rows={compared(statement.lines, before?.lines ?? [])}
              id={keyOf}
              empty={w('没有明细。', 'No lines.')}
            />
            <h2>{w('经过', 'History')}</h2>
            <ol class="history">
              {statement.history.map((step) => (
                <li key={step.at + step.action}>
                  <time dateTime={step.at}>{step.at.slice(0, 16).replace('T', ' ')}</time> {stateName(step.action)} · {step.actor}
                  {step.reasons.length > 0 && `: ${step.reasons.join('; ')}`}
                </li>
              ))}
            </ol>
            {waits && (
              <p class="acts">
                <button type="button" class="first" onClick={() => setAsked('accept')} aria-keyshortcuts="a">
                  {w('通过 (A)', 'Accept (A)')}
                </button>
                <button type="button" onClick={() => setAsked('return')} aria-keyshortcuts="r">
                  {w('退回 (R)', 'Return (R)')}
                </button>
              </p>
            )}
          </>
        )}
      </Shown>
      {asked === 'accept' && (
        <Dialog title={w('通过这份报表？通过后即计入合并收入与返还义务。', 'Accept it? It then counts for consolidation and return.')} act={w('通过', 'Accept')} busy={accept.busy} onAct={() => void accept.run()} onClose={() => setAsked(null)}>
          {accept.problem && <Trouble problem={accept.problem} />}
        </Dialog>
      )}
      {asked === 'return' && (
        <Dialog
          title={w('退回这份报表', 'Return it')}
          act={w('退回', 'Return')}
          busy={giveBack.busy}
          onAct={() => void giveBack.run(reasons.split('\n').map((line) => line.trim()).filter(Boolean))}
          onClose={() => setAsked(null)}
        >
          <TextArea label={w('理由，每行一条', 'Reasons, one a line')} name="reasons" value={reasons} onValue={setReasons} problem={giveBack.problem} />
          {giveBack.problem && <Trouble problem={giveBack.problem} />}
        </Dialog>
      )}
    </>
  );
}

const entriesOf = (statement: string, row: company.StatementLine): string => {
  const query = new URLSearchParams({ statement, line: row.line });
  for (const name of ['project', 'partner', 'counterparty'] as const) {
    const value = row[name];
    if (value) {
      query.set(name, value);
    }
  }
  return `/desk/entries/all?${query}`;
};

export const Review = ({ rest }: { rest: string[] }) => (rest[0] ? <One id={rest[0]} /> : <Queue />);
