// What a page says where it has nothing else to show: it waits, there is nothing, it failed, it may not.
import type { ComponentChildren } from 'preact';

import type { Problem } from '../data/http';
import { w } from '../data/language';
import type { Loading } from '../data/loading';
import { signInAddress } from '../data/session';

import { label, mending } from './fields';

export const Waiting = () => (
  <p class="notice" role="status">
    {w('正在读取……', 'Loading …')}
  </p>
);

export const Nothing = ({ children }: { children: ComponentChildren }) => <p class="notice">{children}</p>;

export function Trouble({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <div class="trouble" role="alert">
      <strong>{sentence(problem)}</strong>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.field}>
              {label(error.field)}: {mending(error)}
            </li>
          ))}
        </ul>
      )}
      {problem.ended && (
        <a class="button" href={signInAddress()}>
          {w('重新登录', 'Sign in again')}
        </a>
      )}
      {again && !problem.ended && (
        <button type="button" onClick={again}>
          {w('再试一次', 'Try again')}
        </button>
      )}
    </div>
  );
}

// A problem in the reader's words; what a service says beside it in Chinese stands behind the dot.
function sentence(problem: Problem): string {
  const known = SENTENCES[problem.type];
  if (known) {
    return w(known[0], known[1]);
  }
  if (problem.status === 403) {
    return w('您没有这项权限', 'You may not do this');
  }
  if (problem.status === 404) {
    return w('没有找到，或不在您的范围内', 'Not found, or outside of what you may see');
  }
  const [english, chinese] = [problem.title, problem.detail.split('·')[1]?.trim()];
  return w(chinese ?? `${english} ${problem.detail}`.trim(), `${english}. ${problem.detail}`.trim());
}

const SENTENCES: Record<string, [string, string]> = {
  unreachable: ['网络不通。填写的内容已保留，恢复后可再次提交', 'No connection. What you typed is kept; send it again when you are back'],
  unauthenticated: ['登录已失效。填写的内容已保留', 'The session has ended. What you typed is kept'],
  'changed-meanwhile': ['其他人刚刚修改过，请刷新后再试', 'Somebody changed it meanwhile; read it again first'],
  'statement-not-in-this-state': ['报表的状态已经改变，请刷新', 'The statement is in another state by now; read it again'],
  'same-hands': ['提交人不能自己审核，请由他人审核', 'Who submitted it does not accept it; another person does'],
  'nothing-to-report': ['该月没有待上报的收入', 'No entry of that month waits to be reported'],
  'statement-open': ['该月已有未审结的报表', 'A statement of that month is open'],
  'period-not-begun': ['该月尚未开始', 'The month has not begun'],
  'more-than-outstanding': ['金额超过尚欠数', 'More than is outstanding'],
  'reference-used': ['该银行流水号已登记', 'This transfer is booked already'],
  'capacity-reached': ['同类任务较多，请稍后再试', 'Too much of this work is under way; try again shortly'],
  'rate-limited': ['请求太频繁，请稍后再试', 'Too many requests; try again shortly'],
};

// What was asked for, once it is there.
export function Shown<T>({ of, children }: { of: Loading<T>; children: (value: T) => ComponentChildren }) {
  const { now, again } = of;
  if (now.state === 'failed') {
    return <Trouble problem={now.problem} again={again} />;
  }
  const value = now.state === 'there' ? now.value : now.before;
  if (value === undefined) {
    return <Waiting />;
  }
  return <div aria-busy={now.state === 'loading'}>{children(value)}</div>;
}
