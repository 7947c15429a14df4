// Entries as they were made, found by what a figure is made of; the file holds exactly what is shown.
import { useAddress } from '../../data/address';
import { address, call } from '../../data/http';
import { w } from '../../data/language';
import { useLoaded } from '../../data/loading';
import type { company } from '../../data/routes';
import { Amount } from '../../ui/amount';
import { Title } from '../../ui/layout';
import { Link } from '../../ui/link';
import { Shown } from '../../ui/notice';
import { Files, Pager, Table } from '../../ui/table';

import { lineName } from '../hq/lines';

const FILTERS = ['unit', 'within', 'from', 'to', 'entryNo', 'line', 'project', 'partner', 'counterparty', 'counterpartyWithin', 'without', 'statement', 'waiting', 'q', 'sort'];

export function EntryList() {
  const { query } = useAddress();
  const filter = Object.fromEntries(FILTERS.filter((name) => query.has(name)).map((name) => [name, query.getAll(name)]));
  const cursor = query.get('cursor') ?? undefined;
  const page = useLoaded((signal) => call('GET /api/company/entries', { query: { ...filter, cursor, limit: 100 } as never, signal }), [query.toString()]);
  return (
    <>
      <Title>{w('收入明细', 'Entries')}</Title>
      <Shown of={page}>
        {(found) => (
          <>
            <Table
              caption={query.get('statement') ?? w('收入明细', 'Entries')}
              columns={[
                { title: w('单号', 'Number'), cell: (row: company.Entry) => row.entryNo },
                { title: w('分公司', 'Branch'), cell: (row) => row.unit },
                { title: w('日期', 'Date'), cell: (row) => row.date },
                { title: w('条线', 'Line'), cell: (row) => lineName(row.line) },
                { title: w('项目', 'Project'), cell: (row) => row.project ?? '' },
                { title: w('收入', 'Gross'), number: true, cell: (row) => <Amount of={row.gross} /> },
                { title: w('税额', 'Tax'), number: true, cell: (row) => <Amount of={row.tax} /> },
                { title: w('直接成本', 'Direct cost'), number: true, cell: (row) => <Amount of={row.directCost} /> },
                { title: w('备注', 'Memo'), cell: (row) => row.memo ?? '' },
              ]}
              rows={found.items}
              id={(row) => row.entryNo}
              empty={w('没有收入。', 'No entries.')}
            />
            <Pager next={found.next} />
            <Files csv={address('/api/company/entries/export', { query: filter })} xlsx={address('/api/company/entries/export', { query: { ...filter, format: 'XLSX' } })} />
          </>
        )}
      </Shown>
      <p>
        <Link to="/desk/entries">{w('录入收入', 'Enter revenue')}</Link>
      </p>
    </>
  );
}
