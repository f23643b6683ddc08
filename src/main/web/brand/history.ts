import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import { t } from './i18n';
import { history, type Change } from './settings';
import { brandStyles } from './styles';

/** `<yw-brand-history .version=${n}>`: who changed the brand, and a way back; tells `restore` with the change. */
@customElement('yw-brand-history')
export class BrandHistory extends YiwenElement {
  @property({ type: Number }) version = 0;
  @state() private changes?: Change[];
  @state() private failure = '';

  static styles = [base, buttons, badges, brandStyles];

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('version')) void this.load();
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      this.changes = await history();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`<section class="card" aria-labelledby="history">
      <h2 id="history">${t('history')}</h2>
      ${this.failure ? html`<p class="problem">${this.failure}</p>` : this.changes ? this.list(this.changes) : html`<yw-skeleton lines="3"></yw-skeleton>`}
    </section>`;
  }

  private list(changes: Change[]) {
    if (!changes.length) return html`<p class="hint">${t('noHistory')}</p>`;
    return html`<ol>
      ${changes.map(
        (one) => html`<li>
          <b>${t('version', { n: one.version })}</b>
          <span>${one.brand.chinese.operator} ${one.brand.chinese.assistant}</span>
          <span class="hint">${one.by ? t('by', { name: one.by }) : t('byStarter')} ${timeElement(one.at)}</span>
          <span class="spread"></span>
          ${one.version === this.version
            ? html`<span class="badge ok">${t('present')}</span>`
            : html`<button class="button small" @click=${() => this.tell('restore', one)}>${t('restore')}</button>`}
        </li>`,
      )}
    </ol>`;
  }
}
