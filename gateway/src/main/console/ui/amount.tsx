// An amount in yuan, as people read it; where it leads on, a link to what it is made of.
import { readable } from '../data/amounts';

import { Link } from './link';

export function Amount({ of, to }: { of: string; to?: string }) {
  const text = readable(of);
  const name = of.startsWith('-') ? 'amount minus' : 'amount';
  return to ? (
    <Link to={to} class={name}>
      {text}
    </Link>
  ) : (
    <span class={name}>{text}</span>
  );
}
