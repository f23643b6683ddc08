import { bundle } from '../common/i18n/bundle';

/** The words of calls: notes while one talks, and the time after. */
export const t = bundle(
  {
    noteLabel: '通话备注 · 客户听不到也看不到',
    notePlaceholder: '边听边记：要点、号码、约定的时间…',
    noteKeys: 'Enter 保存，Shift+Enter 换行',
    afterCall: '话后处理',
    left: '还剩 {n} 秒',
    hint: '这段时间不会分配新会话',
    prolong: '延长',
    end: '完成，继续接待',
    unfinished: '待补小结',
    unfinishedHint: '通话已结束，还没有填写处理结果',
    fill: '填写',
    talking: '通话中 {number}',
    look: '查看',
  },
  {
    noteLabel: 'Notes on the call · the customer neither hears nor sees them',
    notePlaceholder: 'Write while you listen: points, numbers, times agreed…',
    noteKeys: 'Enter saves, Shift+Enter breaks the line',
    afterCall: 'After the call',
    left: '{n} s left',
    hint: 'Nothing new is offered meanwhile',
    prolong: 'More time',
    end: 'Done, go on',
    unfinished: 'To be wrapped up',
    unfinishedHint: 'The call has ended; how is not said yet',
    fill: 'Fill in',
    talking: 'On a call with {number}',
    look: 'Go there',
  },
);
