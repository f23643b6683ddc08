import { bundle } from '../common/i18n/bundle';

/** The words of the card that narrows a fault down. */
export const t = bundle(
  {
    cause: '查原因',
    left: '还剩 {n} 种可能',
    ask: '问客户',
    answers: '客户的回答',
    none: '都不是',
    unknown: '客户不清楚',
    likely: '很可能是',
    unsure: '最可能是',
    helps: '怎么处理',
    causes: '可能的原因',
    ruledOut: '已排除',
    found: '已知',
    undo: '撤回：{what}',
    heard: '第 {n} 条',
  },
  {
    cause: 'Find the cause',
    left: '{n} causes left',
    ask: 'Ask',
    answers: 'What the customer answers',
    none: 'None of these',
    unknown: 'Does not know',
    likely: 'Very likely',
    unsure: 'Most likely',
    helps: 'What to do',
    causes: 'Possible causes',
    ruledOut: 'ruled out',
    found: 'Known',
    undo: 'Take back: {what}',
    heard: 'message {n}',
  },
);
