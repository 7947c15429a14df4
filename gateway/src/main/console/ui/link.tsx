// A link within the console: an ordinary one, so that it opens in a new tab as any other; a plain click loads nothing anew.
import type { ComponentChildren } from 'preact';

import { go, useAddress } from '../data/address';

interface Given {
  to: string;
  children: ComponentChildren;
  class?: string;
  current?: boolean;
}

export function Link({ to, children, current, class: name }: Given) {
  return (
    <a
      href={to}
      class={name}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
          event.preventDefault();
          go(to);
        }
      }}
    >
      {children}
    </a>
  );
}

// A link of the menu, marked where it leads to the page that is shown.
export function MenuLink({ to, children }: { to: string; children: ComponentChildren }) {
  const { path } = useAddress();
  return (
    <Link to={to} current={path === to || path.startsWith(`${to}/`)}>
      {children}
    </Link>
  );
}
