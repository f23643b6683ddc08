import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import { t } from './i18n';
import { appeals, decide, nameOf, rates, type Appeal, type Criterion, type Rate } from './scores';

/** `<yw-appeal-list .criteria ?decides me="id">`: appeals, the open ones first, and how often each criterion was overturned. */
@customElement('yw-appeal-list')
export class AppealList extends YiwenElement {
  @property({ attribute: false }) criteria: Criterion[] = [];
  @property({ type: Boolean }) decides = false;
  @property() me = '';
  @state() private all?: Appeal[];
  @state() private rates: Rate[] = [];

  static styles = [
    base,
    badges,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-4);
      }
      ul {
        list-style: none;
      }
      li {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3) 0;
        border-bottom: 1px solid var(--yw-line);
        overflow-wrap: anywhere;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
      }
      form input {
        flex: 1 1 12em;
        width: auto !important;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--yw-space-3);
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      [this.all, this.rates] = await Promise.all([appeals(), this.decides ? rates() : []]);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  render() {
    if (!this.all) return html`<yw-skeleton lines="5"></yw-skeleton>`;
    if (!this.all.length) return html`<section class="card"><yw-empty heading=${t('noAppeals')} hint=${t('noAppealsHint')}></yw-empty></section>`;
    return html`
      <section class="card">
        <ul>
          ${this.all.map((one) => this.line(one))}
        </ul>
      </section>
      ${this.rates.length
        ? html`<section class="card">
            <h2>${t('rates')}</h2>
            <ul>
              ${this.rates.map((it) => html`<li><b>${nameOf(it.criterion, this.criteria)}</b><span class="hint">${this.rate(it)}</span></li>`)}
            </ul>
          </section>`
        : nothing}
    `;
  }

  private rate(it: Rate) {
    return t('rateLine', { ...it, share: it.decided ? `${Math.round((100 * it.overturned) / it.decided)}%` : '–' });
  }

  private line(one: Appeal) {
    return html`<li data-appeal=${one.id}>
      <span class="row"
        ><b>${nameOf(one.criterion, this.criteria)}</b>
        ${one.overturned === undefined
          ? html`<span class="badge warn">${t('appealed')}</span>`
          : html`<span class="badge ${one.overturned ? 'ok' : ''}">${t(one.overturned ? 'overturnedAs' : 'upheldAs')}</span>`}
        <span class="spread"></span><a href="/scores?conversation=${one.conversationId}">${t('seeConversation')}</a></span
      >
      <span>${one.word}</span>
      <span class="facts hint"
        ><span>${one.agent}</span>${timeElement(one.at)}${one.decidedBy ? html`<span>${t('decidedBy', { name: one.decidedBy })}</span>` : nothing}
        ${one.note ? html`<span>${one.note}</span>` : nothing}</span
      >
      ${this.decides && one.overturned === undefined ? this.verdict(one) : nothing}
    </li>`;
  }

  private verdict(one: Appeal) {
    if (one.agentId === this.me) return html`<span class="hint">${t('own')}</span>`;
    return html`<form @submit=${(event: SubmitEvent) => this.decide(event, one.id)}>
      <input name="note" maxlength="500" placeholder=${t('note')} aria-label=${t('note')} />
      <button class="button small" value="uphold">${t('uphold')}</button>
      <button class="button small primary" value="overturn">${t('overturn')}</button>
    </form>`;
  }

  private async decide(event: SubmitEvent, id: string): Promise<void> {
    event.preventDefault();
    const note = String(new FormData(event.target as HTMLFormElement).get('note'));
    const overturned = (event.submitter as HTMLButtonElement).value === 'overturn';
    try {
      await decide(id, overturned, note);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
    await this.load();
  }
}
