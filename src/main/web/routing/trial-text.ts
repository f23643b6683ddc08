import { bundle } from '../common/i18n/bundle';

/** The words of the dry run. */
export const t = bundle(
  {
    tierOf: '会员级别',
    trialHint: '按页面上的规则（包括未保存的修改）试算：现在来了这样一位客户，会先问谁，为什么。什么都不会改变。',
    described: '描述情况',
    byConversation: '某个会话',
    conversationId: '会话编号',
    customerWords: '客户说的话',
    run: '试算',
    wouldAsk: '会先问 {name}',
    wouldAskNobody: '现在没有人会被问到',
    closedUntil: '不在服务时间，{when} 开始服务',
    closed: '不在服务时间',
    rulesHeld: '符合的规则',
    none: '无',
    headStart: '紧急程度 {points} 分，相当于已经等了 {minutes} 分钟',
    nobodyThere: '现在没有坐席在线。',
  },
  {
    tierOf: 'Customer tier',
    trialHint: 'With the rules on this page, saved or not: who would be asked first if such a customer came now, and why. Nothing changes.',
    described: 'A situation',
    byConversation: 'A conversation',
    conversationId: 'Conversation id',
    customerWords: 'What the customer says',
    run: 'Try',
    wouldAsk: '{name} would be asked first',
    wouldAskNobody: 'Nobody would be asked now',
    closedUntil: 'Outside the hours of service, which begin {when}',
    closed: 'Outside the hours of service',
    rulesHeld: 'Rules that hold',
    none: 'none',
    headStart: '{points} points of urgency, worth {minutes} minutes of waiting',
    nobodyThere: 'No agent is online now.',
  },
);
