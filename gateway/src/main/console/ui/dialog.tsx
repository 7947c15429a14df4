// A question before an act: the browser's own dialog keeps the focus inside and closes by Escape.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

import { w } from '../data/language';

interface Given {
  title: string;
  act: string;
  busy?: boolean;
  danger?: boolean;
  onAct: () => void;
  onClose: () => void;
  children?: ComponentChildren;
}

export function Dialog({ title, act, busy, danger, onAct, onClose, children }: Given) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onAct();
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
        <p class="acts">
          <button type="submit" class={danger ? 'danger' : 'first'} disabled={busy}>
            {busy ? w('正在提交……', 'Sending …') : act}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {w('取消', 'Cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
