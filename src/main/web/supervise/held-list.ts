import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isMarked, lineMarks } from '../agent/call-state';
import { reasonName } from '../agent/text';
import '../agent/timer';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base } from '../common/styles';
import { t } from './i18n';
import { moodOf, nameOf, TONES, type Held } from './supervision';

/** `<yw-held-list .held watched="…">`: who has whom, since when, and how the customer is. Tells `watch` (detail: Held). */
@customElement('yw-held-list')
export class HeldList extends YiwenElement {
  @property({ attribute: false }) held?: Held[];
  @property() watched = '';

  static styles = [
    base,
    badges,
    css`
      :host {
        display: block;
      }
      ul {
        list-style: none;
      }
      button {
        display: grid;
        gap: var(--yw-space-1);
        width: 100%;
        padding: var(--yw-space-3) var(--yw-space-4);
        border: 0;
        border-bottom: 1px solid var(--yw-line);
        border-left: 3px solid transparent;
        background: transparent;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      button:hover {
        background: var(--yw-hover);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      button[aria-pressed='true'] {
        background: var(--yw-selected);
      }
      .angry button {
        border-left-color: var(--yw-urgent);
      }
      .line {
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
        min-width: 0;
      }
      .marks {
        flex-wrap: wrap;
      }
      /* The last words give way, not the times. */
      .fact {
        flex: none;
        white-space: nowrap;
      }
      yw-skeleton {
        padding: var(--yw-space-4);
      }
    `,
  ];

  render() {
    if (!this.held) return html`<yw-skeleton lines="6"></yw-skeleton>`;
    if (this.held.length === 0) return html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`;
    return html`<ul aria-label=${t('inHand')}>
      ${repeat(this.held, (one) => one.conversationId, (one) => this.line(one))}
    </ul>`;
  }

  private line(one: Held) {
    const mood = moodOf(one.anger);
    return html`<li class=${one.urgent ? 'angry' : mood} data-conversation=${one.conversationId}>
      <button aria-pressed=${one.conversationId === this.watched} @click=${() => this.tell('watch', one)}>
        <span class="line">
          <strong class="ellipsis">${nameOf(one)}</strong>
          ${one.channel === 'VOICE' ? html`<span class="badge accent">${t('call')}</span>` : nothing}
          ${one.urgent
            ? html`<span class="badge urgent">${reasonName('URGENT')}</span>`
            : one.complaint
              ? html`<span class="badge warn">${reasonName('LEGAL_OR_COMPLAINT')}</span>`
              : nothing}
          ${one.urgent || (one.complaint && mood === 'calm') ? nothing : html`<span class="badge ${TONES[mood]}">${t(mood)}</span>`}
          <span class="spread"></span>
          <span class="hint">${one.agent}</span>
        </span>
        ${isMarked(one.line) ? html`<span class="line marks">${lineMarks(one.line)}</span>` : nothing}
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
}
