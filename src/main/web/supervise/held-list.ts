import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isMarked, lineMarks } from '../agent/call-state';
import { reasonName } from '../agent/text';
import '../agent/timer';
import { t as steps } from '../assist/step-text';
import { YiwenElement } from '../common/element';
import type { Held } from '../common/frames';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { alertName } from './alert-words';
import { heldStyles } from './held-styles';
import { t } from './i18n';
import { moodLine } from './mood-line';
import { moodOf, nameOf, TONES } from './supervision';
import { arranged } from './wall';
import { t as wall } from './wall-text';

const ALERTS = 3;
/** The order changes no more often. */
const CALM_MS = 3000;

/**
 * `<yw-held-list .held watched="…">`: who has whom, what about and how it goes; the most urgent first, and nothing moves under a pointer or
 * while it is walked through by keyboard. Tells `watch` (detail: Held).
 */
@customElement('yw-held-list')
export class HeldList extends YiwenElement {
  /** Undefined while nothing is known yet. */
  @property({ attribute: false }) held?: readonly Held[];
  @property() watched = '';
  @state() private pointed = false;
  @state() private focused = false;
  private order: Held[] = [];
  private sortedAt = 0;
  private later?: ReturnType<typeof setTimeout>;

  static styles = [base, buttons, badges, heldStyles];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.later);
  }

  willUpdate(): void {
    const held = this.held ?? [];
    const left = this.sortedAt + CALM_MS - Date.now();
    const still = this.still || (left > 0 && this.order.length > 0);
    this.order = arranged(this.order.map((one) => one.conversationId), held, still);
    if (!still) this.sortedAt = Date.now();
    clearTimeout(this.later);
    if (still && !this.still && this.stale) this.later = setTimeout(() => this.requestUpdate(), left);
  }

  private get still(): boolean {
    return this.pointed || this.focused;
  }

  /** Whether something stands lower than it ought to. */
  private get stale(): boolean {
    return this.order.some((one, i) => i > 0 && one.urgency > this.order[i - 1]!.urgency);
  }

  render() {
    if (!this.held) return html`<yw-skeleton lines="6"></yw-skeleton>`;
    if (this.order.length === 0) return html`<slot><yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty></slot>`;
    return html`
      ${this.still && this.stale
        ? html`<button class="button small reorder" @click=${this.sort}>${wall('reorder')}</button>`
        : nothing}
      <ul
        aria-label=${t('inHand')}
        aria-describedby="keys"
        @pointerenter=${(event: PointerEvent) => (this.pointed = event.pointerType === 'mouse')}
        @pointerleave=${() => (this.pointed = false)}
        @focusin=${(event: FocusEvent) => (this.focused = (event.target as HTMLElement).matches(':focus-visible'))}
        @focusout=${() => (this.focused = false)}
        @keydown=${this.key}
      >
        ${repeat(this.order, (one) => one.conversationId, (one) => this.line(one))}
      </ul>
      <p id="keys" class="hint keys">${wall('keys')}</p>
    `;
  }

  private line(one: Held) {
    const mood = moodOf(one.anger);
    const alerts = one.alerts.slice(0, ALERTS);
    return html`<li class="${one.urgency >= 4 || one.urgent ? 'angry' : mood}" data-conversation=${one.conversationId} data-urgency=${one.urgency}>
      <button class="one" aria-pressed=${one.conversationId === this.watched} @click=${() => this.tell('watch', one)}>
        <span class="line">
          <strong class="ellipsis">${nameOf(one)}</strong>
          ${one.channel === 'VOICE' ? html`<span class="badge accent">${t('call')}</span>` : nothing}
          ${one.urgent
            ? html`<span class="badge urgent">${reasonName('URGENT')}</span>`
            : one.complaint
              ? html`<span class="badge warn">${reasonName('LEGAL_OR_COMPLAINT')}</span>`
              : nothing}
          ${one.urgent || (one.complaint && mood === 'calm') ? nothing : html`<span class="badge ${TONES[mood]}">${t(mood)}</span>`}
          ${one.voice ? html`<span class="badge warn">${wall('voiceUp')}</span>` : nothing}
          ${moodLine(one.moods)}
          <span class="spread"></span>
          <span class="hint ellipsis who">${one.agent}</span>
        </span>
        ${one.firstText && !one.lastText?.startsWith(one.firstText) ? html`<span class="line"><span class="ellipsis first">${one.firstText}</span></span>` : nothing}
        ${one.step ? this.step(one) : nothing}
        ${alerts.length || isMarked(one.line)
          ? html`<span class="line marks">
              ${alerts.map(
                (alert) => html`<span
                  class="badge ${alert.acknowledgedBy ? '' : alert.grave ? 'urgent' : 'warn'}"
                  title=${alert.acknowledgedBy ? wall('acknowledgedBy', { name: alert.acknowledgedBy }) : alert.said}
                  >${alertName(alert)}${alert.acknowledgedBy ? html` · ${wall('acknowledgedBy', { name: alert.acknowledgedBy })}` : nothing}</span
                >`,
              )}
              ${one.alerts.length > ALERTS ? html`<span class="hint">+${one.alerts.length - ALERTS}</span>` : nothing}
              ${lineMarks(one.line)}
            </span>`
          : nothing}
        <span class="line hint">
          <span class="ellipsis">${one.lastText ?? ''}</span><span class="spread"></span>
          ${one.waitsSince
            ? html`<span class="fact">${t('waits')} <yw-timer since=${one.waitsSince} warn="60" urgent="180"></yw-timer></span>`
            : nothing}
          <span class="fact">${t('lasted')} <yw-timer since=${one.since}></yw-timer></span>
        </span>
      </button>
    </li>`;
  }

  private step({ step }: Held) {
    if (!step) return nothing;
    const next = step.next ? wall('stepNext', { text: `${stageName(step.stage)}${step.text}` }) : wall('stepDone');
    return html`<span class="line hint"
      ><span class="ellipsis step">${wall('step', { procedure: step.procedure, done: step.done, of: step.of })} · ${next}</span></span
    >`;
  }

  private sort(): void {
    this.pointed = this.focused = false;
    this.sortedAt = 0;
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button.one')];
    const at = all.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    const next = all[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

function stageName(stage?: string): string {
  switch (stage) {
    case 'IDENTIFY':
    case 'CLASSIFY':
    case 'SOLVE':
    case 'CONFIRM':
      return `【${steps(stage)}】`;
    default:
      return '';
  }
}
