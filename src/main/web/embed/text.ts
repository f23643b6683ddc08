import { bundle } from '../common/i18n/bundle';

/** The words of the page that a CRM frames. */
export const t = bundle(
  {
    pageTitle: '坐席建议 · 一问',
    waiting: '等待业务系统指定会话',
    waitingHint: '在业务系统里打开一个会话或接起来电后，建议会显示在这里。',
    alone: '这个页面要嵌在业务系统里使用',
    aloneHint: '接入方法见文档 embedding-assist.md。',
    signedOut: '还没有登录',
    signedOutHint: '业务系统还没有给出有效的短期令牌。',
  },
  {
    pageTitle: 'Suggestions · Yiwen',
    waiting: 'Waiting for the CRM to name a conversation',
    waitingHint: 'Suggestions appear here once a conversation is opened or a call is taken.',
    alone: 'This page belongs inside a CRM',
    aloneHint: 'See embedding-assist.md in the documentation.',
    signedOut: 'Not signed in',
    signedOutHint: 'The CRM has not given a valid short-lived token yet.',
  },
);
