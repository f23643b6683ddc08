import { bundle } from '../common/i18n/bundle';

/** The words of the card with the next step. */
export const t = bundle(
  {
    doneOf: '已完成 {done}/{all}',
    allDone: '流程走完了',
    IDENTIFY: '识别',
    CLASSIFY: '分类',
    SOLVE: '解决',
    CONFIRM: '确认',
    steps: '全部步骤',
    did: '做完了',
    another: '换流程',
    choose: '选择流程',
    agent: '您 · 第 {n} 条',
    customer: '客户 · 第 {n} 条',
    hand: '手动',
  },
  {
    doneOf: '{done} of {all} done',
    allDone: 'All steps are done',
    IDENTIFY: 'Identify',
    CLASSIFY: 'Classify',
    SOLVE: 'Solve',
    CONFIRM: 'Confirm',
    steps: 'All steps',
    did: 'Done',
    another: 'Another procedure',
    choose: 'Choose a procedure',
    agent: 'You · message {n}',
    customer: 'Customer · message {n}',
    hand: 'by hand',
  },
);
