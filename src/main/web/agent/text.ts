import type { Away } from '../common/frames';
import { bundle } from '../common/i18n/bundle';
import { language } from '../common/i18n/language';

/** The words of the console. */
export const t = bundle(
  {
    pageTitle: '坐席台 · 一问',
    offerTitle: '新会话等待接入',
    panes: '窗格',
    inbox: '会话列表',
    mine: '我的会话',
    queue: '排队',
    thread: '对话',
    context: '客户与背景',
    assist: '建议',
    warned: '有提醒',
    online: '接待中',
    onBreak: '小休中',
    goOnline: '开始接待',
    goOnBreak: '小休',
    nowOnline: '已开始接待，新会话会分配给您',
    nowOnBreak: '已小休，不再分配新会话；手上的会话照常',
    soundOn: '提示音：开',
    soundOff: '提示音：关',
    shortcuts: '快捷键',
    pick: '接入',
    pickNext: '接入下一位',
    refusedUnseen: '客户刚刚又发来消息，请先看一眼再结束。',
    refusedConflict: '这个会话已经不在排队，可能刚被同事接走。',
    refusedForbidden: '这个会话不在您手上，没有完成。',
    accessEnded: '这个会话已由同事或主管接手，您不能再查看它。',
    urgentRequeued: '紧急会话已回到队列，正在请能马上回复的同事接手。',
    queueEmpty: '没有人在排队',
    queueEmptyHint: '有客户需要人工时会出现在这里。',
    mineEmpty: '还没有会话',
    mineEmptyOnline: '从下面的排队里接入一位，或等系统分配。',
    mineEmptyBreak: '您在小休。开始接待后，新会话会分配给您。',
    threadEmpty: '选一个会话开始',
    threadEmptyHint: '左边是您的会话，下方是排队的客户。按 ? 看快捷键。',
    threadEmptyBreak: '您在小休中',
    threadEmptyBreakHint: '开始接待后，系统会把排队的客户分配给您；您也可以自己从排队里接入。',
    awayCLOSED: '您的页面关闭或断线了约 1 分钟以上，系统已把您设为小休。点「开始接待」即可恢复。',
    awaySIGNED_OUT: '您上次退出登录时已停止接待。点「开始接待」即可恢复。',
    visitor: '访客 {id}',
    call: '通话',
    waitsForReply: '等待回复 {time}',
    inQueueSince: '排队 {time}',
    unread: '{n} 条未读',
    URGENT: '紧急',
    LEGAL_OR_COMPLAINT: '投诉',
    STRONG_EMOTION: '情绪激动',
    WISH_FOR_HUMAN: '要求人工',
    REPEATED_QUESTION: '重复提问',
    UNANSWERED: '未能解答',
    CALL: '来电',
    VIP: '重要客户',
    CARE: '多照顾',
    ringingFrom: '来电 {number}',
    unknownNumber: '未知号码',
    onCall: '通话中',
    answer: '接入',
    offered: '分配给您',
    accept: '接受',
    decline: '拒绝',
    secondsLeft: '{n} 秒',
    backToBotSoon: '即将转回机器人',
    backToBotDone: '已转回机器人',
    finishTitle: '结束会话',
    finishCall: '结束通话记录',
    disposition: '处理结果',
    notes: '备注',
    notesHint: '给下一位同事看：做了什么，还差什么。',
    finishNow: '结束会话',
    finished: '会话已结束',
    resolved: '已解决',
    ticket: '已登记，待跟进',
    escalated: '已升级给主管',
    transferred: '转其他部门',
    noResponse: '客户没有回应',
    invalid: '无效会话',
    chooseDisposition: '请选一个处理结果',
    copied: '已复制 {n} 条消息',
    copyFailed: '浏览器不允许复制，请手动选择文字',
    notAllowed: '您的账号没有坐席角色',
    notAllowedHint: '请联系管理员在「人员」里加上坐席角色，或换一个账号登录。',
  },
  {
    pageTitle: 'Console · Yiwen',
    offerTitle: 'A conversation is waiting',
    panes: 'Panes',
    inbox: 'Conversations',
    mine: 'Mine',
    queue: 'Queue',
    thread: 'Conversation',
    context: 'Customer and context',
    assist: 'Suggestions',
    warned: 'there is a warning',
    online: 'Available',
    onBreak: 'On a break',
    goOnline: 'Go available',
    goOnBreak: 'Take a break',
    nowOnline: 'You are available; new conversations come to you',
    nowOnBreak: 'You are on a break; what you have stays with you',
    soundOn: 'Sound: on',
    soundOff: 'Sound: off',
    shortcuts: 'Shortcuts',
    pick: 'Take',
    pickNext: 'Take the next',
    refusedUnseen: 'The customer has just written; read it before you end the conversation.',
    refusedConflict: 'It does not wait any more; a colleague may have taken it.',
    refusedForbidden: 'This conversation is not yours; nothing was done.',
    accessEnded: 'A colleague or supervisor has taken this conversation; it is no longer yours to read.',
    urgentRequeued: 'The emergency is back in the queue, for a colleague who can answer at once.',
    queueEmpty: 'Nobody is waiting',
    queueEmptyHint: 'Customers who need a person appear here.',
    mineEmpty: 'No conversations yet',
    mineEmptyOnline: 'Take one from the queue below, or wait for an offer.',
    mineEmptyBreak: 'You are on a break. Go available to get conversations.',
    threadEmpty: 'Choose a conversation',
    threadEmptyHint: 'Yours are on the left, those who wait below. Press ? for the shortcuts.',
    threadEmptyBreak: 'You are on a break',
    threadEmptyBreakHint: 'Go available to be offered conversations; you can also take one from the queue yourself.',
    awayCLOSED: 'Your pages were closed or out of reach for a minute or more, so you were set to a break. Go available to come back.',
    awaySIGNED_OUT: 'You stopped when you signed out. Go available to come back.',
    visitor: 'Visitor {id}',
    call: 'Call',
    waitsForReply: 'waits for a reply {time}',
    inQueueSince: 'in the queue {time}',
    unread: '{n} unread',
    URGENT: 'Emergency',
    LEGAL_OR_COMPLAINT: 'Complaint',
    STRONG_EMOTION: 'Upset',
    WISH_FOR_HUMAN: 'Wants a person',
    REPEATED_QUESTION: 'Asked again',
    UNANSWERED: 'Not answered',
    CALL: 'Call',
    VIP: 'Valued',
    CARE: 'Needs care',
    ringingFrom: 'Call from {number}',
    unknownNumber: 'unknown number',
    onCall: 'On a call',
    answer: 'Take',
    offered: 'Offered to you',
    accept: 'Accept',
    decline: 'Decline',
    secondsLeft: '{n} s',
    backToBotSoon: 'Going back to the bot',
    backToBotDone: 'Back with the bot',
    finishTitle: 'Close the conversation',
    finishCall: 'Close the call',
    disposition: 'Disposition',
    notes: 'Notes',
    notesHint: 'For the next colleague: what was done, what is left.',
    finishNow: 'Close conversation',
    finished: 'Conversation closed',
    resolved: 'Solved',
    ticket: 'Registered, to be followed up',
    escalated: 'Escalated to a supervisor',
    transferred: 'Another department',
    noResponse: 'No response',
    invalid: 'Invalid',
    chooseDisposition: 'Please choose a disposition',
    copied: '{n} messages copied',
    copyFailed: 'The browser does not allow copying; please select the text',
    notAllowed: 'Your account is not an agent’s',
    notAllowedHint: 'Ask an administrator to add the agent role, or sign in with another account.',
  },
);

const REASONS = ['URGENT', 'LEGAL_OR_COMPLAINT', 'STRONG_EMOTION', 'WISH_FOR_HUMAN', 'REPEATED_QUESTION', 'UNANSWERED', 'CALL'] as const;

/** The kind of a reason in two to four characters; a kind that this page does not know shows nothing. */
export function reasonName(code: string): string {
  const known = REASONS.find((one) => one === code);
  return known ? t(known) : '';
}

/** The reason in a sentence; the server has it in Chinese, so that whoever reads English reads its kind and the customer's own words. */
export function reasonWords({ code, words, evidence }: { code: string; words: string; evidence: { words: string }[] }): string {
  if (language() !== 'en') return words;
  return [reasonName(code), ...new Set(evidence.map((one) => `“${one.words}”`))].filter(Boolean).join(' ');
}

export const markName = (mark: 'VIP' | 'CARE'): string => t(mark);

export const DISPOSITIONS = ['resolved', 'ticket', 'escalated', 'transferred', 'noResponse', 'invalid'] as const;

/** How a conversation ended; what another client stored stands for itself. */
export function dispositionName(code: string): string {
  const known = DISPOSITIONS.find((one) => one === code);
  return known ? t(known) : code;
}

/** Loud only for what is urgent. */
export function reasonTone(code: string): '' | 'urgent' | 'warn' | 'accent' {
  if (code === 'URGENT' || code === 'LEGAL_OR_COMPLAINT' || code === 'STRONG_EMOTION') return 'urgent';
  if (code === 'REPEATED_QUESTION') return 'warn';
  return code === 'CALL' ? 'accent' : '';
}

/** A visitor without a name is told apart by the end of the conversation's id. */
export function nameOf(one: { conversationId: string; customer?: { name?: string | null }; subject?: string | null }): string {
  return one.customer?.name || one.subject || t('visitor', { id: one.conversationId.slice(-4) });
}

/** Why an agent is on a break, and how to come back. */
export function breakHint(away?: Away): string {
  return away === 'CLOSED' || away === 'SIGNED_OUT' ? t(`away${away}`) : t('threadEmptyBreakHint');
}
