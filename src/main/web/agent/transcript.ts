import type { Message } from '../common/frames';
import { exact } from '../common/time';
import { t } from './thread-text';

/** A conversation as text to paste elsewhere; the label of what the bot wrote goes with it. */
export function transcript(messages: Message[], customer: string): string {
  return messages.map((message) => `[${exact(new Date(message.at))}] ${line(message, customer)}`).join('\n');
}

function line({ author, body }: Message, customer: string): string {
  const sources = body.kind === 'answer' && body.sources.length ? `（${t('source')}：${body.sources.map((s) => s.title).join('；')}）` : '';
  switch (author.kind) {
    case 'customer':
      return `${customer}：${body.text}`;
    case 'bot':
      return `${t('aiLabel')}：${body.text}${sources}`;
    case 'agent':
      return `${author.name ?? t('agentName')}：${body.text}`;
    case 'system':
      return `— ${body.text} —`;
  }
}
