import { bundle } from '../common/i18n/bundle';
import { topicName } from '../cockpit/part-name';
import type { Alarm, Rule, Trial } from './alarms';

/** Words of the page of alarms. */
export const t = bundle(
  {
    pageTitle: '告警 · 一问',
    heading: '告警',
    about: '每天过完后，把前一天和过去八周同样的日子比；多得不像偶然的才响，同一个原因只响一次。',
    open: '正在响',
    none: '没有告警',
    noneHint: '打开下面的规则，有变化时会在这里、在主管的页面上和邮件里告诉您。',
    past: '以前的（90 天）',
    rules: '规则',
    surgeRules: '和平常比（按主题、地区和两者一起）',
    thresholdRules: '到了数就响（每分钟看一次）',
    CONTACTS: '来访',
    COMPLAINTS: '投诉',
    HANDOFFS: '转人工',
    UNANSWERED: '没答上',
    DISSATISFIED: '不满意（评 1–2 分，或没评但估计不满意）',
    REPEATS: '重复来访',
    QUEUE_LENGTH: '排队人数',
    WAITING_SECONDS: '最长等待（秒）',
    OVERDUE_TICKETS: '超时工单',
    UNASSIGNED_TICKETS: '两小时没人接的工单',
    DISSATISFIED_SHARE: '不满意的占比',
    COMPLAINTS_SHARE: '投诉的占比',
    REPEATS_SHARE: '重复来访的占比',
    shareRules: '占比连着三天偏高就开复盘（每天看一次，按主题、地区和两者一起）',
    percent: '高于（%）',
    least: '每天至少几个会话',
    triedShare: '过去 {days} 天会开 {n} 次复盘',
    triedShareNone: '过去 {days} 天不会开复盘',
    rungShare: '{day} {where}：三天共 {count} / {of}（{share}）',
    toReview: '转为复盘',
    tabs: '告警和复盘',
    tabReviews: '复盘',
    all: '全部',
    surge: '{day} 有 {count}，平常约 {expected}',
    slow: '一直偏多，{day} 有 {count}，平常约 {expected}',
    threshold: '现在 {count}',
    thresholdOver: '当时 {count}',
    also: '同一原因：{what}',
    seen: '{name} 知道了',
    closedBy: '{name} 关闭',
    closedItself: '自动关闭',
    acknowledge: '知道了',
    close: '关闭',
    closed: '已关闭',
    undo: '撤销',
    mute: '静音',
    muteDay: '静音 1 天',
    muteWeek: '静音 7 天',
    muted: '这一项静音到 {at}',
    cases: '看会话',
    chart: '走势',
    chartLabel: '{name}每天的数；虚线是平常日子的上限',
    day: '日期',
    count: '数',
    usual: '平常',
    upper: '平常上限',
    from: '到几响',
    emails: '邮件通知（一行一个地址）',
    noMail: '还没设置发信服务器，不会发邮件。',
    active: '打开',
    save: '保存',
    saved: '已保存',
    tried: '用过去 {days} 天试：会响 {n} 次',
    triedNone: '用过去 {days} 天试：一次也不会响',
    trying: '正在用过去 90 天试…',
    tryIt: '用过去试一试',
    rungOn: '{day} {where}：{count}，平常约 {expected}',
    notify: '打开桌面通知',
    notifyOff: '浏览器不允许这个页面发通知',
    notified: '新告警会在桌面上弹出',
    noRole: '您没有查看告警的权限',
    noRoleHint: '本页需要“主管”角色，或有“主管台”权限的角色。',
  },
  {
    pageTitle: 'Alarms · Yiwen',
    heading: 'Alarms',
    about: 'Each day that is over is compared with the same days of the eight weeks before; what is more than chance brings rings, and one cause rings once.',
    open: 'Ringing',
    none: 'No alarms',
    noneHint: 'Switch on rules below; what changes is then told here, on supervisors’ pages and by e-mail.',
    past: 'Earlier (90 days)',
    rules: 'Rules',
    surgeRules: 'Beside what is usual (by topic, region and both)',
    thresholdRules: 'From a number on (looked at each minute)',
    CONTACTS: 'Contacts',
    COMPLAINTS: 'Complaints',
    HANDOFFS: 'Hand-offs',
    UNANSWERED: 'Unanswered questions',
    DISSATISFIED: 'Dissatisfied (rated 1–2, or estimated so)',
    REPEATS: 'Repeat contacts',
    QUEUE_LENGTH: 'Queue length',
    WAITING_SECONDS: 'Longest wait (seconds)',
    OVERDUE_TICKETS: 'Overdue tickets',
    UNASSIGNED_TICKETS: 'Tickets that nobody took for two hours',
    DISSATISFIED_SHARE: 'Share of the dissatisfied',
    COMPLAINTS_SHARE: 'Share of complaints',
    REPEATS_SHARE: 'Share of repeat contacts',
    shareRules: 'A share too high on three days opens a review (looked at once a day, by topic, region and both)',
    percent: 'Above (%)',
    least: 'Conversations a day, at least',
    triedShare: 'Over the last {days} days it would have opened {n} reviews',
    triedShareNone: 'Over the last {days} days it would have opened none',
    rungShare: '{day} {where}: {count} of {of} in three days ({share})',
    toReview: 'Open a review',
    tabs: 'Alarms and reviews',
    tabReviews: 'Reviews',
    all: 'all',
    surge: '{count} on {day}, about {expected} is usual',
    slow: 'More for some time: {count} on {day}, about {expected} is usual',
    threshold: '{count} now',
    thresholdOver: '{count} then',
    also: 'Same cause: {what}',
    seen: 'seen by {name}',
    closedBy: 'closed by {name}',
    closedItself: 'closed by itself',
    acknowledge: 'Acknowledge',
    close: 'Close',
    closed: 'Closed',
    undo: 'Undo',
    mute: 'Mute',
    muteDay: 'Mute for a day',
    muteWeek: 'Mute for a week',
    muted: 'This one is muted until {at}',
    cases: 'Conversations',
    chart: 'Course',
    chartLabel: '{name} by the day; the dashed line is what usual days do not exceed',
    day: 'Day',
    count: 'Count',
    usual: 'Usual',
    upper: 'Usual at most',
    from: 'Rings from',
    emails: 'E-mail to (an address a line)',
    noMail: 'No mail server is set; nothing is mailed.',
    active: 'On',
    save: 'Save',
    saved: 'Saved',
    tried: 'Over the last {days} days it would have rung {n} times',
    triedNone: 'Over the last {days} days it would not have rung',
    trying: 'Trying it on the last 90 days…',
    tryIt: 'Try it on the past',
    rungOn: '{day} {where}: {count}, about {expected} is usual',
    notify: 'Show desktop notifications',
    notifyOff: 'The browser does not allow this page to notify',
    notified: 'New alarms will show on the desktop',
    noRole: 'You may not see alarms',
    noRoleHint: 'This page needs the role Supervisor, or one of your own with the right “supervising”.',
  },
);

/** 信号与网络 · 广东省 */
export function placeName({ topic, topicName: named, region }: Pick<Alarm, 'topic' | 'region'> & { topicName?: string }): string {
  return [topic && (named ?? topicName(topic)), region].filter(Boolean).join(' · ') || t('all');
}

export function streamName(word: string): string {
  const [rule = '', topic = '', region = ''] = word.split('|');
  return `${t(rule as Rule)} ${placeName({ topic, region })}`;
}

/** Of what comes once in a long while “0.0” would say nothing. */
export function usual(expected: number): string {
  return expected < 0.1 ? '< 0.1' : expected.toFixed(1);
}

export function told(one: Alarm): string {
  const facts = { day: one.day, count: one.count, expected: one.expected === undefined ? '' : usual(one.expected) };
  switch (one.kind) {
    case 'SURGE':
      return t('surge', facts);
    case 'SLOW_RISE':
      return t('slow', facts);
    case 'THRESHOLD':
      return t(one.closedAt ? 'thresholdOver' : 'threshold', facts);
  }
}

export function rungOn(one: Trial['rung'][number]): string {
  const facts = { day: one.day, where: placeName(one), count: one.count };
  return one.expected === undefined
    ? t('rungShare', { ...facts, of: one.of ?? 0, share: percent(one.of ? one.count / one.of : 0) })
    : t('rungOn', { ...facts, expected: usual(one.expected) });
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
