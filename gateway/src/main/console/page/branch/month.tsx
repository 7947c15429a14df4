// The branch's months: what waits, what was submitted, what came back and why; draft, submit, withdraw, correct.
import { useState } from 'preact/hooks';

import { useCommand } from '../../data/command';
import { call } from '../../data/http';
import { w } from '../../data/language';
import { useLoaded } from '../../data/loading';
import { shift, thisMonth } from '../../data/months';
import type { company } from '../../data/routes';
import { usePerson } from '../../data/session';
import { Amount } from '../../ui/amount';
import { Dialog } from '../../ui/dialog';
import { MonthField } from '../../ui/field';
import { Title } from '../../ui/layout';
import { Link } from '../../ui/link';
import { Shown, Trouble } from '../../ui/notice';
import { Table } from '../../ui/table';

import { stateName } from '../hq/review';

export function Month() {
  const person = usePerson();
  const unit = person.units[0] ?? '';
  const [asked, setAsked] = useState<string | null>(null);
  const [period, setPeriod] = useState(shift(thisMonth(), -1));
  const loading = useLoaded(
    async (signal) => ({
      statements: await call('GET /api/company/statements', { query: { within: unit, limit: 100 }, signal }),
      waiting: await call('GET /api/company/entries', { query: { unit, waiting: 'true' as never, limit: 100 }, signal }),
    }),
    [unit],
  );
  const submit = useCommand(async (key, month: string) => {
    await call('POST /api/company/statements', { body: { unit, period: month, submit: true }, key });
    setAsked(null);
    loading.again();
  });
  const withdraw = useCommand(async (key, id: string) => {
    await call('POST /api/company/statements/{id}/withdrawal', { path: { id }, key });
    loading.again();
  });
  const again = useCommand(async (key, id: string) => {
    await call('POST /api/company/statements/{id}/submission', { path: { id }, key });
    loading.again();
  });
  return (
    <>
      <Title>{w('月度报表', 'The month')}</Title>
      {[submit, withdraw, again].map((command, index) => command.problem && asked === null && <Trouble key={index} problem={command.problem} />)}
      <Shown of={loading}>
        {({ statements, waiting }) => (
          <>
            <p class="due">
              {waiting.items.length === 0
                ? w('没有等待上报的收入。', 'No entry waits to be reported.')
                : w(`${waiting.items.length}${waiting.next ? '+' : ''} 笔收入等待上报，涉及 ${periods(waiting.items)}。`, `${waiting.items.length}${waiting.next ? '+' : ''} entries wait, of ${periods(waiting.items)}.`)}
            </p>
            <p class="acts">
              <button
                type="button"
                class="first"
                disabled={waiting.items.length === 0}
                onClick={() => {
                  setPeriod(waiting.items[0]?.period ?? period);
                  setAsked('submit');
                }}
              >
                {w('编制并提交报表', 'Submit a statement')}
              </button>
            </p>
            <Table
              caption={w('报表', 'Statements')}
              columns={[
                { title: w('报表', 'Statement'), cell: (row: company.Statement) => <Link to={`/desk/month/${row.id}`}>{row.id}</Link> },
                { title: w('月份', 'Period'), cell: (row) => row.period },
                { title: w('收入', 'Gross'), number: true, cell: (row) => <Amount of={row.totals.gross} to={`/desk/entries/all?statement=${row.id}`} /> },
                { title: w('状态', 'State'), cell: (row) => stateName(row.state) },
                { title: w('理由', 'Reasons'), cell: (row) => row.reasons.join('；') },
                {
                  title: w('办理', 'Act'),
                  cell: (row) =>
                    row.state === 'SUBMITTED' ? (
                      <button type="button" disabled={withdraw.busy} onClick={() => void withdraw.run(row.id)}>
                        {w('撤回', 'Withdraw')}
                      </button>
                    ) : row.state === 'RETURNED' || row.state === 'DRAFT' ? (
                      <button type="button" disabled={again.busy} onClick={() => void again.run(row.id)}>
                        {w('提交', 'Submit')}
                      </button>
                    ) : null,
                },
              ]}
              rows={statements.items}
              id={(row) => row.id}
              empty={w('还没有报表。', 'No statements yet.')}
            />
          </>
        )}
      </Shown>
      {asked === 'submit' && (
        <Dialog title={w('提交报表', 'Submit a statement')} act={w('提交', 'Submit')} busy={submit.busy} onAct={() => void submit.run(period)} onClose={() => setAsked(null)}>
          <MonthField label={w('月份', 'Period')} name="period" value={period} onValue={setPeriod} problem={submit.problem} />
          {submit.problem && <Trouble problem={submit.problem} />}
        </Dialog>
      )}
    </>
  );
}

const periods = (entries: company.Entry[]): string => [...new Set(entries.map((entry) => entry.period))].join(w('、', ', '));
