import { language } from '../common/i18n/language';

/** The kinds of rows that there are of a customer: Chinese, English. What is not here is shown as it is called. */
const TABLES: Record<string, [string, string]> = {
  customer: ['客户资料', 'customer'],
  customer_identity: ['各渠道身份', 'identities'],
  customer_merge: ['合并记录', 'merges'],
  mention: ['社交媒体提及', 'mentions'],
  customer_tag_change: ['标签变更', 'tag changes'],
  conversation: ['会话', 'conversations'],
  conversation_read: ['已读位置', 'read marks'],
  conversation_file: ['图片和文件', 'files'],
  file_content: ['文件内容', 'contents of files'],
  message: ['消息', 'messages'],
  call: ['通话', 'calls'],
  utterance: ['通话语句', 'utterances'],
  handoff: ['转接记录', 'hand-overs'],
  internal_note: ['内部备注', 'internal notes'],
  whisper: ['悄悄话', 'whispers'],
  satisfaction: ['评价', 'ratings'],
  conversation_score: ['质检评分', 'scores'],
  score_finding: ['质检依据', 'findings of scores'],
  score_appeal: ['评分申诉', 'appeals'],
  feedback: ['回答反馈', 'verdicts on answers'],
  suggestion_set: ['建议批次', 'sets of suggestions'],
  suggestion: ['坐席建议', 'suggestions'],
  suggestion_use: ['建议使用', 'uses of suggestions'],
  ticket: ['工单', 'tickets'],
  ticket_step: ['工单时限', 'deadlines'],
  ticket_event: ['工单经过', 'history of tickets'],
  turn_trace: ['回答依据', 'reasons for answers'],
};

export function tableName(name: string): string {
  return TABLES[name]?.[language() === 'en' ? 1 : 0] ?? name;
}
