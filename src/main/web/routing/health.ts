import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { t } from './i18n';
import { t as past } from './history-text';
import { health, type Check } from './plan';
import { partStyles } from './styles';

type Name = Parameters<typeof t>[0];

/** `<yw-health>`: whether the service has lost anybody, by its own check of the rows. */
@customElement('yw-health')
export class Health extends YiwenElement {
  @state() private checks?: Check[];
  @state() private failure = '';

  static styles = [
    base,
    buttons,
    badges,
    partStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-3);
        padding: var(--yw-space-2) 0;
        border-bottom: 1px solid var(--yw-line);
      }
      li:last-child {
        border: 0;
      }
      code {
        flex-basis: 100%;
        overflow-wrap: anywhere;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      this.checks = await health();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    if (this.failure) return html`<yw-empty heading=${this.failure}>
      <button class="button" @click=${() => void this.load()}>${past('checkAgain')}</button>
    </yw-empty>`;
    if (!this.checks) return html`<yw-skeleton lines="6"></yw-skeleton>`;
    const wrong = this.checks.filter((it) => it.count > 0).length;
    return html`
      <p class="hint">${past('healthHint')}</p>
      <section class="card">
        <div class="wrap">
          <h2>${wrong ? past('someWrong', { n: wrong }) : past('allSound')}</h2>
          <span class="spread"></span>
          <button class="button small" @click=${() => void this.load()}>${past('checkAgain')}</button>
        </div>
        <ul class="list">
          ${this.checks.map(
            (it) => html`<li>
              <span>${t(`check-${it.name}` as Name)}</span><span class="spread"></span>
              <span class="badge ${it.count ? 'urgent' : 'ok'}">${it.count}</span>
              ${it.examples.length ? html`<code class="hint">${it.examples.join(' ')}</code>` : nothing}
            </li>`,
          )}
        </ul>
      </section>
    `;
  }
}
