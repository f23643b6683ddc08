import { bundle } from '../common/i18n/bundle';

/** Of a conversation in WeChat: what may still be said, and what became of what was said. */
export const t = bundle(
  {
    MP: '公众号',
    MA: '小程序',
    KF: '微信客服',
    region: '微信：剩余条数',
    left: '还能发 {n} 条，到 {time} 为止',
    none: '现在不能发：客户再写一句话，才会发出',
    waiting: '{n} 条等待发出',
    inWeCom: '企业微信接待人员正在接待，这里发不出去',
    from: '来自 {from}',
    PLANNED: '等待发出',
    SENDING: '发送中',
    SENT: '微信已收下',
    UNKNOWN: '不知道是否送达',
    FAILED: '没有送达',
    MERGED: '已合并发出',
  },
  {
    MP: 'Official account',
    MA: 'Mini-program',
    KF: 'WeCom',
    region: 'WeChat: messages left',
    left: '{n} more until {time}',
    none: 'Nothing can be sent now: it goes out when the customer writes again',
    waiting: '{n} waiting',
    inWeCom: 'People in WeCom serve this customer; nothing can be sent from here',
    from: 'came from {from}',
    PLANNED: 'waiting to be sent',
    SENDING: 'being sent',
    SENT: 'taken by WeChat',
    UNKNOWN: 'nobody knows whether it arrived',
    FAILED: 'did not arrive',
    MERGED: 'sent together with another',
  },
);
