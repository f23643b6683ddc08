import { bundle } from '../common/i18n/bundle';

export const t = bundle(
  {
    heading: '会话小结',
    none: '近两周还没有确认过的小结。坐席结束会话时确认小结，这里就有用时和修改比例。',
    day: '日期',
    confirmed: '已确认',
    seconds: '挂断到确认（中位数）',
    changed: '坐席改动的字数（中位数）',
    rules: '分类按规则给出；已有 {n} 份带分类的小结，满 {enough} 份后改为从中学习。',
    learnt: '分类从 {n} 份已确认的小结中学习。',
  },
  {
    heading: 'Wrap-ups',
    none: 'Nothing was confirmed in the last two weeks. When agents confirm how conversations ended, the time it took and how much they changed stand here.',
    day: 'Day',
    confirmed: 'Confirmed',
    seconds: 'Hang-up to confirmed (median)',
    changed: 'Characters changed (median)',
    rules: 'Filed by rules; {n} wrap-ups have a category, from {enough} on categories are learnt from them.',
    learnt: 'Categories are learnt from {n} confirmed wrap-ups.',
  },
);
