// What the fields of requests are called on pages, and what is said of one that is at fault.
import type { FieldError } from '../data/http';
import { currentLanguage, w } from '../data/language';

const LABELS: Record<string, string> = {
  entryNo: '单号',
  unit: '分公司',
  unit_code: '分公司',
  period: '月份',
  date: '日期',
  line: '业务条线',
  project: '项目',
  counterparty: '往来单位',
  counterparty_unit: '往来单位',
  partner: '合伙人',
  gross: '收入',
  tax: '税额',
  directCost: '直接成本',
  direct_cost: '直接成本',
  memo: '备注',
  amount: '金额',
  reference: '银行流水号',
  reasons: '理由',
  rate: '比例',
  floor: '下限',
  base: '基数',
  from: '起始月份',
  to: '截止月份',
};

export const label = (field: string): string => {
  const last = field.replace(/^.*[.\]]/, '').replace(/\[\d+$/, '') || field;
  return currentLanguage() === 'zh' ? (LABELS[last] ?? last) : last;
};

const REASONS: [RegExp, string][] = [
  [/^missing/, '未填写'],
  [/^not valid|^cannot be read/, '填写有误'],
  [/future/, '晚于今天'],
  [/period/, '与月份不符'],
  [/unknown/, '没有登记'],
  [/already|used/, '已经登记过'],
  [/sign/, '正负号与收入不一致'],
];

export function mending({ reason, expected }: FieldError): string {
  const right = expected ? w(`应为 ${expected}`, `expected ${expected}`) : '';
  const wrong = currentLanguage() === 'zh' ? (REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? reason) : reason;
  return [wrong, right].filter(Boolean).join(w('，', '; '));
}
