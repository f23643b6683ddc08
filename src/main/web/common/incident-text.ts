import { bundle } from './i18n/bundle';

/** Words of the bar that tells staff what stands. */
export const t = bundle(
  {
    standing: '突发通报',
    drill: '【演练】',
    overdue: '预计时间已过，没有更新：不要再告诉客户原来的时间',
    open: '处理',
  },
  {
    standing: 'Declared incidents',
    drill: '[Drill] ',
    overdue: 'The time has passed without another: do not tell it to customers any more',
    open: 'See to it',
  },
);
