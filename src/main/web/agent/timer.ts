import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { duration, exact } from '../common/time';

const shown = new Set<Timer>();
let tick: number | undefined;

/**
 * `<yw-timer since="…" warn="60" urgent="180">`: how long it has lasted, counted each second, in colour from the given
 * seconds on. One clock drives all of them, so that they count together and nothing else is drawn again.
 */
@customElement('yw-timer')
export class Timer extends LitElement {
  @property() since = '';
  /** The end, for what is over. */
  @property() until = '';
  @property({ type: Number }) warn = Infinity;
  @property({ type: Number }) urgent = Infinity;

  static styles = css`
    time {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .warn {
      color: var(--yw-warn-text);
    }
    .urgent {
      color: var(--yw-urgent-text);
      font-weight: var(--yw-weight-strong);
    }
  `;

  connectedCallback(): void {
    super.connectedCallback();
    shown.add(this);
    tick ??= window.setInterval(() => shown.forEach((one) => one.requestUpdate()), 1000);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
    if (shown.size > 0) return;
    clearInterval(tick);
    tick = undefined;
  }

  render() {
    const since = new Date(this.since);
    const now = this.until ? new Date(this.until) : new Date();
    const seconds = (now.getTime() - since.getTime()) / 1000;
    const tone = seconds >= this.urgent ? 'urgent' : seconds >= this.warn ? 'warn' : '';
    return html`<time class=${tone} datetime=${this.since} title=${exact(since)}>${duration(since, now)}</time>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-timer': Timer;
  }
}
