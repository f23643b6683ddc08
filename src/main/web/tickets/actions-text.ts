import { bundle } from '../common/i18n/bundle';

/** What is said about what was done with a ticket. */
export const t = bundle(
  {
    take: '领取',
    assignTo: '转派给',
    choosePerson: '请选择同事',
    metHint: '说明（可不填），例如：已致电客户',
    takeFirst: '先领取工单，才能处理。',
    othersTicket: '工单在{name}手上；需要时可以备注，或请主管转派。',
    taken: '已领取 {n} 号工单',
    assigned: '已转派给{name}',
    commented: '已添加备注',
    replied: '已回复客户',
    resolved: '已解决 {n} 号工单',
    reopened: '已重新打开，时限重新计算',
    stepMet: '“{step}”已完成',
    waits: '等客户回复后再继续',
    required: '请填写内容',
  },
  {
    take: 'Take',
    assignTo: 'Assign to',
    choosePerson: 'Choose a colleague',
    metHint: 'A word on it (optional), e.g. called the customer',
    takeFirst: 'Take the ticket to work on it.',
    othersTicket: '{name} has the ticket; you may comment, or ask a supervisor to assign it.',
    taken: 'Ticket {n} is yours',
    assigned: 'Assigned to {name}',
    commented: 'Comment added',
    replied: 'The customer is told',
    resolved: 'Ticket {n} is resolved',
    reopened: 'Opened again; its deadlines run anew',
    stepMet: '“{step}” is done',
    waits: 'The work waits for the answer',
    required: 'Write something',
  },
);
