import { bundle } from '../i18n/bundle';

/** Words of what stands on every page of staff. */
export const t = bundle(
  {
    look: '查看',
    lost: '重连中…',
    everyPage: '打开任何一个页面都算在线，新会话会在这里提醒',
    queueHint: '正在排队等人工的客户',
    ticketAnswered: '客户回复了您负责的工单',
    urgent: '有紧急的客户在排队',
  },
  {
    look: 'Look',
    lost: 'Reconnecting…',
    everyPage: 'You are there on every page; new conversations show here',
    queueHint: 'Customers who wait for a person',
    ticketAnswered: 'A customer answered a ticket of yours',
    urgent: 'An emergency waits in the queue',
  },
);
