import { language } from '../common/i18n/language';

/** The kinds of the log, as AuditKind lists them: Chinese, English. What is not here is shown as it is. */
const KINDS: Record<string, [string, string]> = {
  'sign-in': ['登录', 'Signing in'],
  'sign-in.succeeded': ['登录成功', 'Signed in'],
  'sign-in.failed': ['登录失败', 'Sign-in failed'],
  'sign-in.slowed': ['登录被要求稍候', 'Sign-in put off'],
  'sign-out': ['退出登录', 'Signed out'],
  'sessions.ended': ['会话被强制结束', 'Sessions ended'],
  staff: ['人员', 'Staff'],
  'staff.created': ['新增人员', 'Member added'],
  'staff.changed': ['修改人员', 'Member changed'],
  'staff.password.changed': ['修改密码', 'Password changed'],
  'staff.password.reset': ['重置密码', 'Password reset'],
  'access.denied': ['越权被拒', 'Access denied'],
  reveal: ['查看原文', 'Masked value revealed'],
  customer: ['客户', 'Customers'],
  'customer.searched': ['查找客户', 'Customer looked up'],
  'customer.tagged': ['修改客户标签', 'Customer tagged'],
  'customer.exported': ['导出客户数据', 'Customer exported'],
  'customer.erased': ['删除客户数据', 'Customer erased'],
  'conversation.searched': ['搜索会话', 'Conversations searched'],
  supervision: ['督导', 'Supervision'],
  'supervision.watched': ['旁观会话', 'Conversation watched'],
  'supervision.whispered': ['密语', 'Whispered'],
  'supervision.taken-over': ['接管会话', 'Conversation taken over'],
  'routing.changed': ['修改转接规则', 'Routing changed'],
  'wish-word': ['转人工说法', 'Wish words'],
  'wish-word.added': ['新增转人工说法', 'Wish word added'],
  'wish-word.removed': ['删除转人工说法', 'Wish word removed'],
  'speech-act': ['不是提问的说法', 'Words that ask nothing'],
  'speech-act.added': ['新增不是提问的说法', 'Words that ask nothing added'],
  'speech-act.removed': ['删除不是提问的说法', 'Words that ask nothing removed'],
  phrase: ['快捷语', 'Phrases'],
  'phrase.added': ['新增快捷语', 'Phrase added'],
  'phrase.changed': ['修改快捷语', 'Phrase changed'],
  'phrase.removed': ['删除快捷语', 'Phrase removed'],
  knowledge: ['知识', 'Knowledge'],
  'knowledge.published': ['发布知识', 'Article published'],
  'knowledge.archived': ['下线知识', 'Article retired'],
  'knowledge.restored': ['恢复知识版本', 'Revision restored'],
  'knowledge.imported': ['导入知识', 'Knowledge imported'],
  'brand.changed': ['修改品牌', 'Brand changed'],
  export: ['导出', 'Exports'],
  'export.ratings': ['导出评价', 'Ratings exported'],
  'export.audit': ['导出审计记录', 'Audit log exported'],
  'audit.verified': ['校验审计记录', 'Audit log checked'],
  hold: ['法律保留', 'Legal holds'],
  'hold.set': ['设置法律保留', 'Legal hold set'],
  'hold.lifted': ['解除法律保留', 'Legal hold lifted'],
  'retention.ran': ['到期清理', 'Retention ran'],
};

export const kinds = Object.keys(KINDS);

export function kindName(kind: string): string {
  return KINDS[kind]?.[language() === 'en' ? 1 : 0] ?? kind;
}
