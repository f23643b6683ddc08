import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import '../common/incident-bar';
import { base, buttons } from '../common/styles';
import { groupTime } from '../common/time';
import type { Definition, Tile } from './figures';
import { t } from './i18n';
import './live';
import { t as live } from './live-text';
import './tiles';

const EVERY_MS = 5000;

/**
 * `<yw-wallboard .tiles .definitions>`: what goes on now and today, large, for a screen that nobody sits at, which is kept from going
 * dark. Tells `leave`, and `metric` of the tile that was pressed.
 */
@customElement('yw-wallboard')
export class Wallboard extends YiwenElement {
  @property({ attribute: false }) tiles: Tile[] = [];
  @property({ attribute: false }) definitions = new Map<string, Definition>();
  @state() private now = new Date();
  private clock?: ReturnType<typeof setInterval>;
  private awake?: WakeLockSentinel;
  /** A screen that was hidden has lost it. */
  private readonly wake = () => {
    if (document.hidden) return;
    // Not every browser does; the board is shown without it too.
    navigator.wakeLock?.request('screen').then((lock) => (this.awake = lock), () => undefined);
  };
  private readonly keyed = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && !document.fullscreenElement) this.tell('leave');
  };

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      main {
        display: grid;
        gap: var(--yw-space-3);
        padding: var(--yw-space-4);
        zoom: 1.5;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-4);
        align-items: center;
      }
      .spread {
        flex: 1;
      }
      @media (max-width: 900px) {
        main {
          zoom: 1;
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    this.clock = setInterval(() => (this.now = new Date()), EVERY_MS);
    addEventListener('keydown', this.keyed);
    document.addEventListener('visibilitychange', this.wake);
    this.wake();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
    removeEventListener('keydown', this.keyed);
    document.removeEventListener('visibilitychange', this.wake);
    void this.awake?.release();
  }

  render() {
    return html`<main>
      <div class="head">
        <h1>${live('heading')}</h1>
        <time datetime=${this.now.toISOString()}>${groupTime(this.now)}</time>
        <span class="spread"></span>
        ${document.fullscreenEnabled
          ? html`<button class="button small" @click=${() => void document.documentElement.requestFullscreen()}>${live('whole')}</button>`
          : nothing}
        <button class="button small" @click=${() => this.tell('leave')}>${live('leave')}</button>
      </div>
      <slot></slot>
      <yw-incident-bar></yw-incident-bar>
      <yw-live></yw-live>
      <h2>${t('today')}</h2>
      <yw-today-tiles .tiles=${this.tiles} .definitions=${this.definitions}></yw-today-tiles>
    </main>`;
  }
}
