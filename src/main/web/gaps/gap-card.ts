import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import { previewSearch, type Candidate } from '../knowledge/trial/preview';
import { bars } from './bars';
import { draft, ignore, openSince, own, phrase, takeUp, type Colleague, type Gap, type Missed } from './gaps';
import { t } from './i18n';
import { gapStyles } from './styles';
import './written-answer';

const REASONS = ['reasonBusiness', 'reasonPrivate', 'reasonNoise', 'reasonOther'] as const;
const NEAR = 0.6;

/** `<yw-gap .gap=${gap} me="林">`: one gap and what can be done about it; tells `changed` with what became of it. */
@customElement('yw-gap')
export class GapCard extends YiwenElement {
  @property({ attribute: false }) gap!: Gap;
  @property() me = '';
  @property({ attribute: false }) colleagues: Colleague[] = [];
  @state() private open = false;
  @state() private near?: Candidate[];
  @state() private busy = false;
  @query('textarea') private answer?: HTMLTextAreaElement;

  static styles = [base, buttons, fields, badges, gapStyles];

  render() {
    const gap = this.gap;
    return html`
      <article class="card gap">
        <div class="row">
          <h2>${gap.title}</h2>
          <span class="badge">${t('times', { n: gap.asked })}</span>
          ${bars(
            gap.days.map((height) => ({ height })),
            t('trend', { counts: gap.days.join(' ') }),
          )}
        </div>
        <div class="row hint">
          ${Object.entries(gap.missed).map(([way, n]) => html`<span>${t(way as Missed, { n: n ?? 0 })}</span>`)}
          ${Object.entries(gap.channels).map(([channel, n]) => html`<span>${channelName(channel)} ${n}</span>`)}
          <span>${t('lastAsked')} ${timeElement(gap.lastAskedAt)}</span>
          ${gap.state === 'OPEN' ? html`<span>${t('openSince')} ${timeElement(openSince(gap))}</span>` : nothing}
          ${gap.owner ? html`<span class="badge accent">${t('owner', { name: gap.owner })}</span>` : nothing}
          ${gap.answered ? html`<span class="badge ok">${t('answeredTimes', { n: gap.answered })}</span>` : nothing}
          ${gap.reopenedAt ? html`<span class="badge warn">${t('reopened')}</span>` : nothing}
          ${gap.reason ? html`<span>${t('ignoredFor', { reason: gap.reason })}</span>` : nothing}
        </div>
        <details @toggle=${this.opened}>
          <summary>${t('wordings')} (${gap.wordings.length})</summary>
          <ul>
            ${gap.wordings.map((one) => html`<li>${one}</li>`)}
          </ul>
          ${this.open && gap.state === 'OPEN' ? this.work() : nothing}
        </details>
        <div class="row">
          ${gap.article ? html`<a class="button" href="/knowledge?article=${gap.article}">${t('open')}</a>` : nothing}
          ${gap.state === 'OPEN'
            ? html`<button class="button" ?disabled=${this.busy} @click=${() => this.change(own(gap, gap.owner !== this.me))}>
                  ${gap.owner === this.me ? t('release') : t('take')}
                </button>
                ${this.others()}`
            : html`<button class="button" ?disabled=${this.busy} @click=${() => this.change(takeUp(gap))}>${t('takeUp')}</button>`}
        </div>
      </article>
    `;
  }

  private others() {
    const others = this.colleagues.filter((one) => one.name !== this.me);
    if (!others.length) return nothing;
    return html`<select class="assign" aria-label=${t('assign')} ?disabled=${this.busy} @change=${this.assign}>
      <option value="">${t('assign')}</option>
      ${others.map((one) => html`<option value=${one.id}>${one.name}</option>`)}
    </select>`;
  }

  private assign(event: Event): void {
    const select = event.target as HTMLSelectElement;
    const to = select.value;
    select.value = '';
    if (to) void this.change(own(this.gap, false, to), t('assigned'));
  }

  private work() {
    const gap = this.gap;
    return html`<div class="work">
      <h3>${t('replies')}</h3>
      ${gap.replies.length
        ? html`<ul>
            ${gap.replies.map(
              (one) => html`<li class="reply"><span>${one}</span><button class="button small" @click=${() => this.use(one)}>${t('useReply')}</button></li>`,
            )}
          </ul>`
        : html`<p class="hint">${t('noReplies')}</p>`}
      <label>${t('answer')}<textarea maxlength="20000"></textarea></label>
      ${gap.replies.length
        ? html`<yw-written-answer gap=${gap.id} @written=${(event: CustomEvent<string>) => this.use(event.detail)}></yw-written-answer>`
        : nothing}
      <div class="row">
        <button class="button primary" ?disabled=${this.busy} @click=${this.draftIt}>${t('draft')}</button>
      </div>
      <h3>${t('near')}</h3>
      ${this.near === undefined
        ? html`<yw-skeleton lines="2"></yw-skeleton>`
        : this.near.length
          ? html`<ul>
              ${this.near.map(
                (one) => html`<li class="near">
                  <a href="/knowledge?article=${one.article}">${one.title}</a>
                  <button class="button small" ?disabled=${this.busy} @click=${() => this.change(phrase(gap, one.article), t('added'))}>
                    ${t('addPhrasing')}
                  </button>
                </li>`,
              )}
            </ul>`
          : html`<p class="hint">${t('noNear')}</p>`}
      <form class="row ignore" @submit=${this.ignoreIt}>
        <select name="reason" aria-label=${t('ignoreReason')}>
          ${REASONS.map((one) => html`<option>${t(one)}</option>`)}
        </select>
        <button class="button" ?disabled=${this.busy}>${t('ignore')}</button>
      </form>
    </div>`;
  }

  private async opened(event: Event): Promise<void> {
    this.open ||= (event.target as HTMLDetailsElement).open;
    if (!this.open || this.near || this.gap.state !== 'OPEN') return;
    try {
      const found = await previewSearch(this.gap.title);
      this.near = found.candidates.filter((one) => one.dense >= NEAR).slice(0, 3);
    } catch {
      // The rest of the card works without it.
      this.near = [];
    }
  }

  private use(reply: string): void {
    if (!this.answer) return;
    this.answer.value = reply;
    this.answer.focus();
  }

  private draftIt(): void {
    const answer = this.answer?.value.trim();
    if (!answer) {
      toast(t('needAnswer'), { kind: 'problem' });
      return this.answer?.focus();
    }
    void this.change(draft(this.gap, answer), t('drafted'));
  }

  private ignoreIt(event: Event): void {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason') as string;
    void this.change(ignore(this.gap, reason), t('ignored'), true);
  }

  private async change(work: Promise<Gap>, done?: string, undoable = false): Promise<void> {
    this.busy = true;
    try {
      const gap = await work;
      this.tell('changed', gap);
      if (done) toast(done, undoable ? { undo: () => void this.change(takeUp(gap)) } : {});
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}

function channelName(channel: string): string {
  return channel === 'WEB' || channel === 'VOICE' || channel === 'WECHAT' || channel === 'SOCIAL' ? t(channel) : channel;
}
