import { html, nothing, type TemplateResult } from 'lit';
import { isIncident, isSafety, type Body, type Message, type Source } from '../common/frames';
import { filePart } from '../common/file-parts';
import { icons } from '../common/icons';
import { t } from '../common/i18n/chat';
import { colon, langOf, textOf, withChinese } from '../common/i18n/chinese';
import { t as files } from '../common/i18n/files';
import { language } from '../common/i18n/language';
import { markdown } from '../common/markdown';
import { exact } from '../common/time';
import type { ChatClient } from './client';
import type { Actions } from './actions';
import { ticketLink } from './ticket-link';

/** What a message is shown with. */
export type Around = Pick<ChatClient, 'assistant' | 'avatar' | 'files' | 'ratings' | 'agentRead' | 'trouble'>;

/** One message as its author's; `show.options` offers what can be tapped next, `show.sent` says how far one's own has come. */
export function bubble(
  client: Around,
  message: Message,
  actions: Actions,
  show: { options: boolean; sent: boolean; rate?: boolean },
): TemplateResult {
  const title = exact(new Date(message.at));
  switch (message.author.kind) {
    case 'system':
      // What only staff read of another channel.
      if (!message.body.text) return html``;
      return html`<p class="notice ${isSafety(message.body) ? 'safety' : isIncident(message.body) ? 'incident' : ''}" data-seq=${message.seq} title=${title}>${notice(message)} ${ticketLink(message.body, false, actions.ticket)}</p>`;
    case 'customer':
      return html`
        <article class="message mine" data-seq=${message.seq}>
          <span class="hidden-visually">${t('you')}</span>
          <div class="bubble plain" lang=${ofWords(message.body)} title=${title}>${words(client, message.body, actions)}</div>
          ${ticketLink(message.body, false, actions.ticket)}
          ${message.via && message.via !== 'WEB' ? html`<div class="state">${t(`via${message.via}`)}</div>` : nothing}
          ${show.sent ? html`<div class="state">${message.seq <= client.agentRead ? t('read') : t('sent')}</div>` : nothing}
        </article>
      `;
    case 'agent':
      return html`
        <article class="message" data-seq=${message.seq}>
          <div class="by">
            <span>${withChinese(message.author.name ?? '')}</span><span class="badge">${t('agentLabel')}</span>
          </div>
          <div class="bubble plain" lang=${ofWords(message.body)} title=${title}>${words(client, message.body, actions)}</div>
          ${ticketLink(message.body, true, actions.ticket)}
        </article>
      `;
    case 'bot':
      return html`
        <article class="message" data-seq=${message.seq} data-label=${client.assistant.label}>
          <div class="by">
            ${avatar(client.avatar)}<span>${withChinese(client.assistant.name)}</span><span class="badge accent">${client.assistant.label}</span>
          </div>
          <div class="bubble" title=${title}>
            <div class="prose words" lang=${langOf(textOf(message))}>${markdown(textOf(message))}</div>
            ${message.body.kind === 'answer' ? source(message.body.sources) : nothing}
          </div>
          ${message.body.kind === 'answer' && show.rate !== false ? rating(client, message.seq, actions) : nothing}
          ${show.options ? options(message, actions) : nothing}
        </article>
      `;
  }
}

/** The bot's picture; its name stands beside it. */
export function avatar(address: string): TemplateResult | typeof nothing {
  return address ? html`<img class="avatar" src=${address} alt="" />` : nothing;
}

function notice(message: Message): TemplateResult | string {
  if (message.body.kind === 'notice' && message.body.code === 'closed-by-customer') return t('youClosed');
  const text = textOf(message);
  return message.english ? withChinese(text) : html`<span lang=${langOf(text)}>${text}</span>`;
}

/** A file says for each of its words what it is. */
function ofWords(body: Body) {
  return body.kind === 'text' && body.file ? nothing : langOf(body.text);
}

/** What a person wrote, or the file that they sent. */
function words(client: Around, body: Body, actions: Actions): TemplateResult | string {
  if (body.kind !== 'text' || !body.file) return body.text;
  const { file } = body;
  return filePart(file, {
    preview: client.files.preview(file),
    failed: client.files.failed(file),
    open: () => client.files.open(file).catch(() => client.trouble.say(files('notOpened'))),
    load: () => client.files.played(file),
    view: () => actions.view(file),
  });
}

function source(sources: Source[]): TemplateResult | typeof nothing {
  const first = sources[0];
  if (!first) return nothing;
  return html`
    <details class="source">
      <summary>
        ${icons.book}
        <span>${t('source')}${colon()}${title(first)}${sources.length > 1 ? t('sources', { n: sources.length }) : ''}</span>
        <span class="chevron">${icons.chevron}</span>
      </summary>
      <dl>
        ${sources.map(
          (one) => html`
            <div>
              ${sources.length > 1 ? html`<dt>${title(one)}</dt>` : nothing}
              <dd>${t('article')} ${one.article} · ${t('revision', { n: one.revision })}</dd>
            </div>
          `,
        )}
      </dl>
    </details>
  `;
}

function title(of: Source): TemplateResult {
  return html`<span lang=${langOf(of.title)}>《${of.title}》</span>`;
}

function rating(client: Around, seq: number, actions: Actions): TemplateResult {
  const given = client.ratings.of(seq);
  const rate = (helpful: boolean) => {
    if (given === helpful) client.ratings.undo(seq);
    else client.ratings.rate(seq, helpful);
    actions.redraw();
  };
  const undo = () => {
    client.ratings.undo(seq);
    actions.redraw();
  };
  return html`
    <div class="rate">
      <button class="button" aria-pressed=${given === true} @click=${() => rate(true)}>
        ${icons.up}${t('helpful')}
      </button>
      <button class="button" aria-pressed=${given === false} @click=${() => rate(false)}>
        ${icons.down}${t('notHelpful')}
      </button>
      <span role="status">${given === undefined ? '' : given ? t('thanks') : t('sorry')}</span>
      ${given !== undefined
        ? html`<button class="button" @click=${undo}>${t('undo')}</button>`
        : nothing}
    </div>
  `;
}

function options({ body, english }: Message, actions: Actions): TemplateResult | typeof nothing {
  const ours = language() === 'en' ? english?.options : undefined;
  const texts = body.kind === 'answer' ? body.related : (ours ?? ('options' in body ? body.options : []));
  if (texts.length === 0) return nothing;
  return html`
    <div class="options">
      <span class="label">${body.kind === 'answer' ? t('related') : t('options')}</span>
      ${texts.map((text) => html`<button class="button" lang=${langOf(text)} @click=${() => actions.ask(text)}>${text}</button>`)}
    </div>
  `;
}
