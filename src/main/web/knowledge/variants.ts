import { api } from '../common/api';
import { bundle } from '../common/i18n/bundle';

export type AnswerChannel = 'ANY' | 'CHAT' | 'MINI_PROGRAM' | 'SPOKEN' | 'WECHAT';

/** Whom other words are for; tier 0 is everybody. */
export interface VariantKey {
  channel: AnswerChannel;
  minTier: number;
}

/** Other words for the same answer. */
export interface Variant extends VariantKey {
  answer: string;
}

/** Where a variant and the base answer name other amounts or dates. */
export interface VariantRemark extends VariantKey {
  said: string;
  other: string;
}

export const HIGHEST_TIER = 9;
export const t = bundle(
  {
    baseAnswer: '基础答案',
    channelANY: '',
    channelCHAT: '网页聊天',
    channelMINI_PROGRAM: '小程序',
    channelSPOKEN: '电话口播',
    channelWECHAT: '微信',
    tier: '会员 {n} 级起',
    answerFor: '回答（{name}）',
    whom: '说给谁听',
    addTier: '＋ 会员专属',
    filled: '已写',
    hintMINI_PROGRAM: '小程序里的短答案，留空就用基础答案。',
    hintSPOKEN: '坐席照着念的一句话，不用 Markdown；留空就用基础答案。',
    hintWECHAT: '微信里的纯文本，不用 Markdown；留空就用基础答案。',
    hintCHAT: '网页聊天里的答案，留空就用基础答案。',
    hintANY: '会员等级达到 {n} 级的客户看到这一份；渠道另有写法时以渠道的为准。留空就用基础答案。',
    spokenView: '坐席接电话时看到、照着念的话',
    differs: '“{name}”说 {said}，基础答案说 {other}：请核对，确实不同可以照旧保存。',
    tierFor: '给几级起的会员',
  },
  {
    baseAnswer: 'Base answer',
    channelANY: '',
    channelCHAT: 'Web chat',
    channelMINI_PROGRAM: 'Mini-program',
    channelSPOKEN: 'Spoken',
    channelWECHAT: 'WeChat',
    tier: 'Tier {n} and up',
    answerFor: 'Answer ({name})',
    whom: 'Who is told',
    addTier: '+ For members',
    filled: 'written',
    hintMINI_PROGRAM: 'The short answer of the mini-program; empty: the base answer is used.',
    hintSPOKEN: 'One sentence that the agent reads out, no Markdown; empty: the base answer is used.',
    hintWECHAT: 'Plain text for WeChat, no Markdown; empty: the base answer is used.',
    hintCHAT: 'For the web chat; empty: the base answer is used.',
    hintANY: 'Customers of tier {n} or higher see this one; where a channel has its own words, those come first. Empty: the base answer is used.',
    spokenView: 'What the agent on the telephone sees and reads out',
    differs: '“{name}” says {said}, the base answer says {other}: check it; if both are meant, save as it is.',
    tierFor: 'From which tier',
  },
);

const ORDER: AnswerChannel[] = ['ANY', 'CHAT', 'MINI_PROGRAM', 'SPOKEN', 'WECHAT'];
export const keyOf = (one: VariantKey) => `${one.channel}-${one.minTier}`;
const isFor = (one: VariantKey) => (other: VariantKey) => keyOf(one) === keyOf(other);

export function variantName(one: VariantKey): string {
  return [t(`channel${one.channel}`), one.minTier ? t('tier', { n: one.minTier }) : ''].filter(Boolean).join(' · ');
}

export const variantAnswer = (variants: Variant[], key: VariantKey) => variants.find(isFor(key))?.answer ?? '';

/** In the server's order; what says nothing is not there. */
export function withVariant(variants: Variant[], key: VariantKey, answer: string): Variant[] {
  const others = variants.filter((one) => !isFor(key)(one));
  const all = answer.trim() ? [...others, { channel: key.channel, minTier: key.minTier, answer }] : others;
  return all.sort((a, b) => ORDER.indexOf(a.channel) - ORDER.indexOf(b.channel) || a.minTier - b.minTier);
}

/** Those that every article is offered, and what it has besides. */
export function offered(variants: Variant[], more: VariantKey[]): VariantKey[] {
  const keys: VariantKey[] = [
    { channel: 'MINI_PROGRAM', minTier: 0 },
    { channel: 'SPOKEN', minTier: 0 },
    { channel: 'WECHAT', minTier: 0 },
  ];
  for (const one of [...variants, ...more]) if (!keys.some(isFor(one))) keys.push({ channel: one.channel, minTier: one.minTier });
  return keys;
}

export const variantRemarks = (answer: string, variants: Variant[], signal?: AbortSignal) =>
  api<VariantRemark[]>('POST', '/articles/variant-remarks', { body: { answer, variants }, signal });
