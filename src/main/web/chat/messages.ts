import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Author, Message } from '../common/frames';
import { uploadParts } from '../common/file-parts';
import { t } from '../common/i18n/chat';
import { colon, langOf, withChinese } from '../common/i18n/chinese';
import { markdown } from '../common/markdown';
import type { Pending } from '../common/client/outbox';
import { dayName, dayOf, exact, timeOfDay } from '../common/time';
import type { Actions } from './actions';
import { avatar, bubble } from './bubble';
import type { ChatClient } from './client';

/** Messages closer than this share one time, as in WeChat. */
const GROUP_MS = 5 * 60_000;

/** Everything in the log: welcome, groups with their time, bubbles, what is not sent yet, who is typing. */
export function conversation(client: ChatClient, actions: Actions): TemplateResult {
  const { messages } = client;
  const { pending } = client.sending;
  const lastBot = lastOf(messages, 'bot');
  const lastMine = lastOf(messages, 'customer');
  const asked = messages.at(-1)?.author.kind === 'customer' || pending.length > 0;
  return html`
    ${welcome(client, actions)}
    ${repeat(
      messages,
      (one) => one.clientMessageId ?? one.seq,
      (one, i) => html`
        ${timeAbove(one.at, messages[i - 1]?.at)}
        ${bubble(client, one, actions, {
          options: one.seq === lastBot && !asked && client.owner.kind === 'bot',
          sent: one.seq === lastMine && pending.length === 0,
        })}
      `,
    )}
    ${repeat(
      pending,
      (one) => one.clientMessageId,
      (one, i) => html`
        ${i === 0 ? timeAbove(one.at, messages.at(-1)?.at) : nothing} ${unsent(client, one, actions)}
      `,
    )}
    ${uploadParts(client.uploads)}
    ${client.otherSide.draft ? draft(client) : client.otherSide.typing ? typing(client) : nothing}
  `;
}

function lastOf(messages: Message[], kind: Author['kind']): number | undefined {
  for (let i = messages.length - 1; i >= 0; i--) if (messages[i]!.author.kind === kind) return messages[i]!.seq;
  return undefined;
}

function welcome(client: ChatClient, actions: Actions): TemplateResult | typeof nothing {
  const name = client.assistant.name;
  if (!name || client.messages.length > 0 || client.sending.pending.length > 0) return nothing;
  return html`
    <section class="welcome">
      <h2>${avatar(client.avatar)}${withChinese(t('hello', { name }))}</h2>
      <p lang=${langOf(client.assistant.greeting)}>${client.assistant.greeting}</p>
      ${client.suggestions.length === 0
        ? nothing
        : html`<div class="asks">
            <span class="label">${t('tryAsking')}</span>
            ${client.suggestions.map(
              (text) => html`<button lang=${langOf(text)} @click=${() => actions.ask(text)}>${text}</button>`,
            )}
          </div>`}
    </section>
  `;
}

export function timeAbove(at: string, before?: string): TemplateResult | typeof nothing {
  const date = new Date(at);
  const previous = before ? new Date(before) : undefined;
  if (!previous || dayOf(previous) !== dayOf(date)) {
    return html`<div class="time day" role="separator" title=${exact(date)}>
      <span>${dayName(date)} ${timeOfDay(date)}</span>
    </div>`;
  }
  if (date.getTime() - previous.getTime() < GROUP_MS) return nothing;
  return html`<div class="time" title=${exact(date)}>${timeOfDay(date)}</div>`;
}

function unsent(client: ChatClient, pending: Pending, actions: Actions): TemplateResult {
  const failed = pending.state !== 'sending';
  const waiting = client.connection !== 'open';
  return html`
    <article class="message mine" data-pending=${pending.clientMessageId}>
      <div class="bubble plain ${failed ? '' : 'waiting'}" lang=${langOf(pending.text)}>${pending.text}</div>
      ${failed
        ? html`<div class="state failed" role="alert">
            <span>${t('failed')}${pending.why ? colon() + pending.why : ''}</span>
            ${pending.state === 'failed'
              ? html`<button class="link" @click=${() => actions.resend(pending)}>${t('resend')}</button>`
              : nothing}
            <button class="link" @click=${() => actions.discard(pending)}>${t('discard')}</button>
          </div>`
        : html`<div class="state sending">${waiting ? t('waitingToSend') : t('sending')}</div>`}
    </article>
  `;
}

/** Told to nobody who listens: the message that takes its place is. */
function draft(client: ChatClient): TemplateResult {
  return html`
    <article class="message" data-draft aria-live="off" aria-busy="true" data-label=${client.assistant.label}>
      <div class="by">
        ${avatar(client.avatar)}<span>${withChinese(client.assistant.name)}</span><span class="badge accent">${client.assistant.label}</span>
      </div>
      <div class="bubble">
        <div class="prose words" lang=${langOf(client.otherSide.draft)}>${markdown(client.otherSide.draft)}</div>
        <div class="typing" title=${t('typingBot', { name: client.assistant.name })}><i></i><i></i><i></i></div>
      </div>
    </article>
  `;
}

function typing(client: ChatClient): TemplateResult {
  const words =
    client.otherSide.typing === 'bot' ? t('typingBot', { name: client.assistant.name }) : t('typingAgent');
  return html`
    <div class="message">
      <div class="by"><span>${words}</span></div>
      <div class="bubble typing" aria-hidden="true"><i></i><i></i><i></i></div>
    </div>
  `;
}
