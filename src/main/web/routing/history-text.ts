import { bundle } from '../common/i18n/bundle';

/** The words of the history and of the health check. */
export const t = bundle(
  {
    noHistory: '还没有人改过',
    noHistoryHint: '保存之后，每一版都会留在这里。',
    changedBy: '{name} 修改',
    noNote: '（没有写说明）',
    restore: '恢复这一版',
    restored: '已放回第 {n} 版的内容，检查后请保存',
    diffNone: '内容与上一版相同',
    added: '新增',
    changed: '修改',
    gone: '删除',
    healthHint: '从数据库检查：没有人被遗漏，没有人被同时接待两次。每项都应是 0。',
    allSound: '一切正常',
    someWrong: '有 {n} 项不正常',
    checkAgain: '重新检查',
  },
  {
    noHistory: 'Nobody has changed anything',
    noHistoryHint: 'Each saved version stays here.',
    changedBy: 'changed by {name}',
    noNote: '(no note)',
    restore: 'Bring back',
    restored: 'Version {n} is back on this page; look at it and save',
    diffNone: 'The same as before',
    added: 'new',
    changed: 'changed',
    gone: 'deleted',
    healthHint: 'From the database: nobody lost, nobody served twice. Each must be 0.',
    allSound: 'All is well',
    someWrong: '{n} checks found something',
    checkAgain: 'Check again',
  },
);
