// What the API says in English, for people: problems, reasons at a field, states and modes.
import { h, notice, say, button } from './house.js';

const PROBLEMS = {
  unreachable: '连不上服务，请检查网络；填写的内容都还在',
  unauthenticated: '登录已过期，请重新登录；填写的内容都还在',
  forbidden: '您的账号不能做这件事',
  'not-found': '没有找到，或不对您开放',
  'invalid-request': '有内容需要改正',
  'malformed-request': '有内容需要改正',
  'proposal-incomplete': '还有内容没有填完，都列在下面',
  'proposal-not-in-this-state': '这份申请现在不能这样做，请刷新查看最新状态',
  'call-not-in-this-state': '这张英雄帖现在不能这样做，请刷新查看最新状态',
  'conflict-of-interest': '您申报过利益冲突，不能给这张英雄帖的申请评分',
  'call-closed': '这张英雄帖已经截止',
  'call-cancelled': '这张英雄帖已经取消',
  'partner-suspended': '您在这个街道的资格已暂停',
  'already-registered': '您已经登记过',
  'not-registered': '请先登记为合伙人',
  'changed-meanwhile': '内容已在别处被修改',
  'too-many-requests': '请求太多，请稍候再试',
  'document-type': '文件类型不对：只收 PDF、图片、Word、Excel',
  'already-answered': '这个答题码（或您）已经答过，以第一次为准；凭回执可以修改',
  'not-answered': '答题码与回执不符，或还没有答过',
  'too-many-attempts': '错误次数过多，请稍后再试',
  'survey-closed': '现在不在作答时间内',
  'survey-admission': '这份调查不是这样作答的',
  'too-many-uploads': '未完成的上传太多，请先完成或等待清理',
};

const REASONS = {
  missing: '还没有填',
  'not answered': '请回答这一题',
  'not a code of this survey': '答题码不对，请核对',
  'a code stands twice': '有重复的一项',
  'neither branch nor street': '不是社区或街道的编码',
  'above the market price': '高于市场价',
  'not a mode of this call': '不是这张英雄帖的合作方式',
  'out of range': '超出范围',
  'too short or too long': '太短或太长，或者还没有选',
  'cannot be read': '格式不对',
  'not a valid credit code': '信用代码不对，请核对 18 位',
  'not a valid identity number': '身份证号不对，请核对 18 位',
  'not a telephone number': '电话号码不对',
  'not an account number': '账号不对',
};

export const MODES = {
  VENUE_COOPERATION: ['空间共营', 'Venue co-operation'],
  PURCHASED_SERVICE: ['购买服务项目', 'Purchased service'],
  VOLUNTEER_POINTS: ['志愿积分', 'Volunteer points'],
  CROWDFUNDING: ['众筹+社群', 'Crowdfunding'],
};

export const STATES = {
  DRAFT: ['草稿', 'Draft'],
  SUBMITTED: ['已提交，等待审核', 'Submitted'],
  NEEDS_CHANGES: ['需要修改', 'Needs changes'],
  IN_TRIAL: ['试课中', 'In trial'],
  ACCEPTED: ['已通过', 'Accepted'],
  REJECTED: ['未通过', 'Rejected'],
  WITHDRAWN: ['已撤回', 'Withdrawn'],
  EXPIRED: ['已过期', 'Expired'],
  PUBLISHED: ['正在征集', 'Open'],
  CLOSED: ['已截止', 'Closed'],
  CANCELLED: ['已取消', 'Cancelled'],
};

// The fields of a proposal by their names in the API.
export const FIELDS = {
  title: ['项目名称', 'Title'],
  summary: ['做什么、怎么做', 'Summary'],
  mode: ['合作方式', 'Way to co-operate'],
  priceYuan: ['承诺价格（元）', 'Price promised, yuan'],
  marketPriceYuan: ['市场价（元）', 'Market price, yuan'],
  sharePercent: ['返还比例（%）', 'Share that goes back, %'],
  benefitSessions: ['每年公益课时', 'Free sessions a year'],
  documents: ['文件', 'Documents'],
};

// What happened to a call or a proposal.
export const STEPS = {
  DRAFTED: ['起草', 'drafted'],
  EDITED: ['修改', 'edited'],
  SUBMITTED: ['提交', 'submitted'],
  CHANGES_REQUESTED: ['要求修改', 'changes requested'],
  TRIAL_STARTED: ['开始试课', 'trial started'],
  ACCEPTED: ['通过', 'accepted'],
  REJECTED: ['未通过', 'rejected'],
  WITHDRAWN: ['撤回', 'withdrawn'],
  EXPIRED: ['过期', 'expired'],
  PUBLISHED: ['发布', 'published'],
  EXTENDED: ['延期', 'extended'],
  CLOSED: ['截止', 'closed'],
  CANCELLED: ['取消', 'cancelled'],
};

export const wordFor = (words, code) => say(...(words[code] ?? [code]));

// One error of a problem, beside the field it names.
export const wrong = ({ reason, expected }) =>
  h('div', { class: 'wrong' }, say(REASONS[reason] ?? REASONS[reason.split(': ')[0]] ?? '请改正', `${reason}; expected: ${expected}`));

// A problem as a whole, with a way to go on where there is one.
export function trouble(problem, again) {
  if (problem.status === undefined) {
    throw problem;
  }
  return notice(
    'bad',
    say(PROBLEMS[problem.type] ?? '出了一点问题', [problem.message, problem.detail].filter(Boolean).join('. ')),
    problem.status >= 500 && problem.correlationId && h('div', { class: 'quiet' }, `编号 Reference ${problem.correlationId}`),
    again && h('p', {}, button('再试一次', 'Try again', again)),
  );
}
