import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../frames';
import { language } from './language';

const HAN = /\p{Script=Han}/u;
/** Chinese words with the marks around them and whatever stands between two of them. */
const RUN = /((?:\p{Script=Han}|[\u3000-\u303f\uff00-\uffef])+(?:[\w\s.·-]*(?:\p{Script=Han}|[\u3000-\u303f\uff00-\uffef])+)*)/u;

/** `lang=${langOf(text)}`: what is there in Chinese alone says so on an English page. */
export function langOf(text: string): 'zh-CN' | typeof nothing {
  return language() === 'en' && HAN.test(text) ? 'zh-CN' : nothing;
}

/** What a message says, in the reader's language where it is the service's own. */
export function textOf({ body, english }: Message): string {
  return language() === 'en' && english ? english.text : body.text;
}

/** An English sentence with names or words of others in it. */
export function withChinese(text: string): TemplateResult | string {
  if (langOf(text) === nothing) return text;
  return html`${text.split(RUN).map((part, i) => (i % 2 ? html`<span lang="zh-CN">${part}</span>` : part))}`;
}

/** Between a label and what it is of. */
export function colon(): string {
  return language() === 'en' ? ': ' : '：';
}
