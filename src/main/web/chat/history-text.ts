import { bundle } from '../common/i18n/bundle';

/** Words between earlier conversations. */
export const t = bundle(
  {
    earlier: '更早的对话',
    loading: '正在加载…',
    first: '没有更早的对话了',
    of: '{when} 的对话',
    present: '以下是本次对话',
    notRated: '评价没有提交成功：{why}',
  },
  {
    earlier: 'Earlier conversations',
    loading: 'Loading…',
    first: 'Nothing earlier',
    of: 'Conversation of {when}',
    present: 'This conversation',
    notRated: 'Your rating was not taken: {why}',
  },
);
