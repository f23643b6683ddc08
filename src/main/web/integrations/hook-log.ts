import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { exact, timeElement } from '../common/time';
import { toast } from '../common/toast';
import { again, deliveries, type Delivery } from './hooks';
import { t } from './hooks-text';
import { integrationStyles } from './styles';

/** `<yw-hook-log .hook=${id}>`: what a system was told, and what it answered; tells `looked` when it was read anew. */
@customElement('yw-hook-log')
export class HookLog extends YiwenElement {
  @property() hook = '';
  @state() private all?: Delivery[];
  @state() private failure = '';

  static styles = [base, buttons, badges, fields, integrationStyles];

  async load(): Promise<void> {
    this.failure = '';
    try {
      this.all = await deliveries(this.hook);
      this.tell('looked');
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    if (this.failure) return html`<p class="problem">${this.failure}</p>`;
    if (!this.all) return nothing;
    return html`
      <button class="button small" @click=${() => void this.load()}>${icons.refresh}${t('refresh')}</button>
      ${this.all.length
        ? html`<ul>
            ${this.all.map((one) => this.line(one))}
          </ul>`
        : html`<yw-empty heading=${t('logEmpty')} hint=${t('logEmptyHint')}></yw-empty>`}
    `;
  }

  private line(one: Delivery) {
    const kind = { WAITING: one.tries > 0 ? 'warn' : '', DELIVERED: 'ok', GIVEN_UP: 'urgent' }[one.state];
    return html`<li data-delivery=${one.id}>
      <div>
        <div class="line">
          <span class="badge ${kind}">${t(one.state)}</span>
          <b>${t(one.type)}</b>
          <span class="hint">${timeElement(one.createdAt)}</span>
        </div>
        <div class="hint">
          ${[
            one.status ? `HTTP ${one.status}` : '',
            one.failure,
            one.tries ? t('tries', { n: one.tries }) : '',
            one.tookMs == null ? '' : t('took', { n: one.tookMs }),
            one.nextAt && one.tries ? t('next', { time: exact(new Date(one.nextAt)).slice(5, 16) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        <details>
          <summary class="hint">${t('body')}</summary>
          <pre tabindex="0" aria-label=${t('body')}>${one.payload}${one.response ? `\n\n${one.response}` : nothing}</pre>
        </details>
      </div>
      <button class="button small" aria-label="${t('again')} ${t(one.type)}" @click=${() => void this.again(one)}>${t('again')}</button>
    </li>`;
  }

  private async again(one: Delivery): Promise<void> {
    try {
      await again(this.hook, one.id);
      toast(t('sentAgain'));
      await this.load();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
