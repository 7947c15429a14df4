// Pages of branch heads and clerks; the list of entries is everybody's who follows a figure to its end.
import { Review } from '../hq/review';

import { EntryList } from './entries';
import { EntryGrid } from './grid';
import { ImportEntries } from './import';
import { Month } from './month';

export const pages = {
  entries: ({ rest }: { rest: string[] }) => (rest[0] === 'all' ? <EntryList /> : <EntryGrid />),
  import: () => <ImportEntries />,
  month: ({ rest }: { rest: string[] }) => (rest[0] ? <Review rest={rest} /> : <Month />),
};
