import { bundle } from '../common/i18n/bundle';

/** Whether the customer is there. */
export const t = bundle(
  { there: '在线', away: '已离开', phone: '手机', computer: '电脑', ended: '客户结束了会话。' },
  { there: 'Online', away: 'Away', phone: 'Phone', computer: 'Computer', ended: 'The customer has ended the conversation.' },
);
