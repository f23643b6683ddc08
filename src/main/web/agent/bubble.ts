import { sendAgain, type Delivered } from './wechat-line';
import { html, nothing, type TemplateResult } from 'lit';
import { filePart, type FilePlace } from '../common/file-parts';
import { isMade } from '../common/files';
import { isSafety, type Attachment, type Author, type Message } from '../common/frames';
import { textOf } from '../common/i18n/chinese';
import { markdown } from '../common/markdown';
import type { Pending } from '../common/client/outbox';
import { exact, groupTime } from '../common/time';
import type { Partial } from './thread';
import { t } from './thread-text';
import { t as tools } from './tools-text';

const GROUP_MS = 5 * 60_000;

export interface Speakers {
  customer: string;
  me: string;
  /** Where it is shown why the bot said a message; absent for those who may not see it. */
  why?: (seq: number) => string;
  /** The last of our messages that the customer has seen. */
  lastSeen?: number;
  fileUrl: (id: string) => string;
  /** What became of a message on its way to another service, such as WeChat. */
  delivered?: (seq: number) => Delivered | undefined;
  /** Where it was said, in a conversation that goes on in several channels. */
  where?: (message: Message) => string | undefined;
  /** Shows a picture large. */
  view?: (picture: Attachment) => void;
}

export interface PendingActions {
  retry: (pending: Pending) => void;
  discard: (pending: Pending) => void;
}

/** One committed message; `before` decides whether its author is named again. */
export function bubble(message: Message, before: Message | undefined, who: Speakers, marked: boolean): TemplateResult {
  const { author, body, at, seq } = message;
  if (body.kind === 'notice' || author.kind === 'system') {
    return html`<p class="notice ${marked ? 'marked' : ''} ${isSafety(body) ? 'safety' : ''}" id="m${seq}" title=${exact(new Date(at))}>${textOf(message)} <span>${groupTime(new Date(at))}</span></p>`;
  }
  const first =
    !before ||
    before.author.kind !== author.kind ||
    before.via !== message.via ||
    before.body.kind === 'notice' ||
    Date.parse(at) - Date.parse(before.at) > GROUP_MS;
  return html`
    <article
      id="m${seq}"
      tabindex="-1"
      class="message ${author.kind} ${author.kind === 'customer' ? '' : 'ours'} ${first ? 'first' : ''} ${marked ? 'marked' : ''}"
      title=${exact(new Date(at))}
    >
      ${first ? by(author, who, at, who.where?.(message)) : nothing}
      <div class="bubble">
        ${body.kind === 'text'
          ? body.file
            ? filePart(body.file, place(body.file, who))
            : html`<div class="plain">${body.text}</div>`
          : html`<div class="prose">${markdown(textOf(message))}</div>`}
        ${(body.kind === 'clarify' || body.kind === 'smalltalk') && body.options.length
          ? html`<ul class="options">
              ${body.options.map((option) => html`<li>${option}</li>`)}
            </ul>`
          : nothing}
      </div>
      ${body.kind === 'answer' && body.sources.length
        ? html`<div class="under">
            ${t('source')}：${body.sources.map((s) => t('sourceOf', { title: s.title, revision: s.revision })).join('；')}
          </div>`
        : nothing}
      ${deliveredPart(who.delivered?.(seq))}
      ${seq === who.lastSeen ? html`<div class="under">${tools('seen')}</div>` : nothing}
      ${author.kind === 'bot' && who.why
        ? html`<a class="under" href=${who.why(seq)} target="_blank" rel="noopener">${t('why')}</a>`
        : nothing}
    </article>
  `;
}

function deliveredPart(delivered?: Delivered) {
  if (!delivered) return nothing;
  return html`<div class="under">
    ${delivered.text}
    ${delivered.again ? html`<button class="button small" ?disabled=${delivered.sending} @click=${delivered.again}>${sendAgain()}</button>` : nothing}
  </div>`;
}

function place(file: Attachment, { fileUrl, view }: Speakers): FilePlace {
  const original = fileUrl(file.id);
  return { preview: `${original}?size=preview`, original, load: () => (isMade(file) ? `${original}?size=preview` : original), view: view && (() => view(file)), words: true };
}

/** The label of the bot is text of its own beside each group, so that it survives selecting and copying. */
function by(author: Author, who: Speakers, at: string, where?: string) {
  const name =
    author.kind === 'customer' ? who.customer : author.kind === 'bot' ? nothing : (author.name ?? who.me ?? t('agentName'));
  return html`<div class="by">
    ${author.kind === 'bot' ? html`<span class="ai">${t('aiLabel')}</span>` : html`<span>${name}</span>`}
    ${where ? html`<span class="badge where">${where}</span>` : nothing}
    <time datetime=${at}>${groupTime(new Date(at))}</time>
  </div>`;
}

export function partialBubble(partial: Partial, who: Speakers): TemplateResult {
  const customer = partial.author.kind === 'customer';
  return html`<div class="message partial first ${customer ? '' : 'ours'}" aria-hidden="true">
    <div class="by"><span>${customer ? who.customer : who.me}</span></div>
    <div class="bubble plain">${partial.text}…</div>
  </div>`;
}

export function pendingBubble(pending: Pending, actions: PendingActions): TemplateResult {
  return html`<div class="message ours agent first ${pending.state === 'sending' ? 'pending' : ''}">
    <div class="bubble plain">${pending.text}</div>
    <div class="under" role=${pending.state === 'sending' ? nothing : 'alert'}>
      ${pending.state === 'sending'
        ? t('sending')
        : html`<span class="problem">${pending.state === 'failed' ? t('failed') : t('rejected')}${pending.why ? `：${pending.why}` : ''}</span>
            ${pending.state === 'failed'
              ? html`<button class="link" @click=${() => actions.retry(pending)}>${t('retry')}</button>`
              : nothing}
            <button class="link" @click=${() => actions.discard(pending)}>${t('discard')}</button>`}
    </div>
  </div>`;
}
