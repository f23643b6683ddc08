import { bundle } from '../common/i18n/bundle';

/** Words of handing a conversation on. */
export const t = bundle(
  {
    handOn: '转接',
    title: '转接给同事',
    to: '转给',
    anybody: '按规则分配',
    anybodyHint: '由转接规则决定，不会再派给您',
    online: '{n} 人在线',
    free: '还能接 {n} 个',
    full: '已满，有空时接',
    note: '给同事的说明',
    noteHint: '客户要什么，已经查过什么',
    handedOn: '已转接，客户排在前面',
  },
  {
    handOn: 'Hand on',
    title: 'Hand on to a colleague',
    to: 'To',
    anybody: 'Whoever the rules find',
    anybodyHint: 'but not you again',
    online: '{n} online',
    free: '{n} free',
    full: 'hands full, when free',
    note: 'A note for them',
    noteHint: 'What the customer wants, and what you found out',
    handedOn: 'Handed on; the customer stands in front',
  },
);
