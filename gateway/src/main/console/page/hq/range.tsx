// Which unit and which months a page is about; both stand in the address.
import { go, useAddress, withQuery } from '../../data/address';
import { w } from '../../data/language';
import { shift, thisMonth } from '../../data/months';
import { firstUnit, usePerson } from '../../data/session';
import { MonthField, TextField } from '../../ui/field';

export interface Range {
  scope: string;
  from: string;
  to: string;
}

export function useRange(): Range {
  const { query } = useAddress();
  const person = usePerson();
  return {
    scope: query.get('scope') ?? firstUnit(person),
    from: query.get('from') ?? shift(thisMonth(), -11),
    to: query.get('to') ?? thisMonth(),
  };
}

export function RangeFields({ range }: { range: Range }) {
  const put = (changes: Record<string, string>) => go(withQuery({ ...changes, cursor: null }), true);
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <TextField label={w('单位代码', 'Unit code')} name="scope" value={range.scope} inputMode="numeric" size={12} hint={w('街道 9 位，社区 12 位', 'street 9 digits, branch 12')} onValue={(scope) => put({ scope })} />
      <MonthField label={w('从', 'From')} name="from" value={range.from} onValue={(from) => put({ from })} />
      <MonthField label={w('到', 'To')} name="to" value={range.to} onValue={(to) => put({ to })} />
    </form>
  );
}
