// A table: headings that sort, numbers that line up, labels above values on a phone; files hold exactly what is shown.
import type { ComponentChildren } from 'preact';

import { go, useAddress, withQuery } from '../data/address';
import { w } from '../data/language';

import { Link } from './link';

export interface Column<T> {
  title: string;
  cell: (row: T) => ComponentChildren;
  number?: boolean;
  // Name of the order that the service knows, where it can sort by this column.
  sort?: string;
}

interface Given<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  id: (row: T) => string;
  total?: Record<string, ComponentChildren>;
  empty: string;
}

export function Table<T>({ caption, columns, rows, id, total, empty }: Given<T>) {
  const { query } = useAddress();
  const sorted = query.get('sort');
  if (rows.length === 0) {
    return <p class="notice">{empty}</p>;
  }
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" class={column.number ? 'number' : undefined} aria-sort={column.sort && sorted === column.sort ? 'descending' : undefined}>
                {column.sort ? (
                  <button type="button" onClick={() => go(withQuery({ sort: column.sort ?? null, cursor: null }))}>
                    {column.title}
                  </button>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={id(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.title} scope="row" data-label={column.title}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.title} class={column.number ? 'number' : undefined} data-label={column.title}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.title} class={column.number ? 'number' : undefined} data-label={column.title}>
                  {index === 0 ? w('合计', 'Total') : total[column.title]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

// To the next page of a list, and back to its first.
export function Pager({ next }: { next: string | null | undefined }) {
  const { query } = useAddress();
  if (!next && !query.has('cursor')) {
    return null;
  }
  return (
    <nav class="pager" aria-label={w('翻页', 'Pages')}>
      {query.has('cursor') && <Link to={withQuery({ cursor: null })}>{w('回到第一页', 'First page')}</Link>}
      {next && <Link to={withQuery({ cursor: next })}>{w('下一页', 'Next page')}</Link>}
    </nav>
  );
}

// The list as a file, by the filters that it is shown with.
export function Files({ csv, xlsx }: { csv: string; xlsx?: string }) {
  return (
    <p class="files">
      <a href={csv} download>
        {w('导出 CSV', 'Export CSV')}
      </a>
      {xlsx && (
        <a href={xlsx} download>
          {w('导出 Excel', 'Export Excel')}
        </a>
      )}
      <button type="button" onClick={() => print()}>
        {w('打印', 'Print')}
      </button>
    </p>
  );
}
