// A file of entries: checked as a whole first, each fault by row and column, then taken in by one act.
import { useState } from 'preact/hooks';

import { useCommand } from '../../data/command';
import { call } from '../../data/http';
import { w } from '../../data/language';
import type { company } from '../../data/routes';
import { label, mending } from '../../ui/fields';
import { Title } from '../../ui/layout';
import { Trouble } from '../../ui/notice';
import { Table } from '../../ui/table';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADING = 'entry_no,unit_code,period,date,line,project,counterparty_unit,partner,gross,tax,direct_cost,memo\r\n';

const typed = (file: File): Blob => file.slice(0, file.size, file.name.toLowerCase().endsWith('.xlsx') ? XLSX : 'text/csv');

export function ImportEntries() {
  const [file, setFile] = useState<File | null>(null);
  const [looked, setLooked] = useState<company.EntryImport | null>(null);
  const [taken, setTaken] = useState<company.EntryImport | null>(null);
  const look = useCommand(async (key, _name: string, body: File) => {
    setTaken(null);
    setLooked(await call('POST /api/company/entries/import', { query: { dryRun: true }, body: typed(body), key }));
  });
  const take = useCommand(async (key, _name: string, body: File) => {
    setTaken(await call('POST /api/company/entries/import', { query: { dryRun: false }, body: typed(body), key }));
    setLooked(null);
  });
  const seen = taken ?? looked;
  const identity = file ? `${file.name} ${file.size} ${file.lastModified}` : '';
  return (
    <>
      <Title>{w('文件导入', 'Import a file')}</Title>
      <p>
        <a href={`data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(HEADING)}`} download="entries.csv">
          {w('下载模板', 'Download the template')}
        </a>
      </p>
      <div class="field">
        <label for="file">{w('CSV 或 Excel 文件', 'CSV or Excel file')}</label>
        <input
          id="file"
          type="file"
          accept=".csv,.xlsx"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0] ?? null;
            setFile(chosen);
            setLooked(null);
            setTaken(null);
            if (chosen) {
              void look.run(`${chosen.name} ${chosen.size} ${chosen.lastModified}`, chosen);
            }
          }}
        />
        <span class="hint">{w('先检查，不写入；确认后才导入。', 'It is checked first; nothing is written before you say so.')}</span>
      </div>
      {(look.busy || take.busy) && <progress aria-label={w('正在处理', 'Working')} />}
      {look.problem && <Trouble problem={look.problem} />}
      {take.problem && <Trouble problem={take.problem} />}
      {seen && (
        <p role="status" class="done">
          {taken
            ? w(`已导入 ${taken.accepted} 笔，${taken.unchanged} 笔早已登记，${taken.refused} 行未导入。`, `${taken.accepted} taken in, ${taken.unchanged} were there, ${taken.refused} refused.`)
            : w(`检查结果：${seen.accepted} 笔可导入，${seen.unchanged} 笔早已登记，${seen.refused} 行有误。`, `Checked: ${seen.accepted} can be taken in, ${seen.unchanged} are there, ${seen.refused} are wrong.`)}
        </p>
      )}
      {seen && seen.refusedRows.length > 0 && (
        <Table
          caption={w('有误的行', 'Rows at fault')}
          columns={[
            { title: w('行', 'Line'), number: true, cell: (row: company.EntryImportRefusedCell) => String(row.line) },
            { title: w('列', 'Column'), cell: (row) => label(row.column) || w('整行', 'the row') },
            { title: w('问题与更正', 'What is wrong, and right'), cell: (row) => mending({ field: row.column, reason: row.reason, expected: row.expected }) },
          ]}
          rows={seen.refusedRows}
          id={(row) => `${row.line} ${row.column}`}
          empty=""
        />
      )}
      {looked && file && looked.accepted > 0 && (
        <p class="acts">
          <button type="button" class="first" disabled={take.busy} onClick={() => void take.run(identity, file)}>
            {w(`导入 ${looked.accepted} 笔`, `Take in ${looked.accepted}`)}
          </button>
        </p>
      )}
    </>
  );
}
