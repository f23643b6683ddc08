import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { cardStyles } from './card-styles';
import { KindCard } from './kind-card';
import { plain } from './script';
import { t } from './text';
import { badges, base, buttons, prose } from '../common/styles';

const warning = css`
  :host {
    border-inline-start: 4px solid var(--yw-warn-text);
  }
  :host([data-grave]) {
    border-inline-start-color: var(--yw-urgent-text);
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px var(--yw-space-2);
    margin: 0;
    font-size: var(--yw-text-s);
  }
  dt {
    color: var(--yw-ink-3);
    white-space: nowrap;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  dd.said {
    color: var(--yw-ink-2);
  }
  dd.should {
    color: var(--yw-ink);
    font-weight: var(--yw-weight-strong);
  }
`;

/** What the customer said, not the agent. */
const BY_CUSTOMER = ['anger', 'stuck'];

/** What to mind: what was said, what the knowledge says, and words to put it right. */
@customElement('yw-warning-card')
export class WarningCard extends KindCard {
  static styles = [base, buttons, badges, prose, cardStyles, warning];

  willUpdate(): void {
    this.toggleAttribute('data-grave', this.grave);
  }

  protected label() {
    return html`<span class="badge ${this.grave ? 'urgent' : 'warn'}">${t(this.grave ? 'warningGrave' : 'warning')}</span>`;
  }

  protected content() {
    const said = this.detail('said');
    const should = this.detail('should');
    const duty = this.detail('warning') === 'duty';
    const title = this.detail('title');
    return html`<dl>
        ${said ? html`<dt>${t(BY_CUSTOMER.includes(this.detail('warning')) ? 'warnCustomerSaid' : 'warnSaid')}</dt><dd class="said">“${said}”</dd>` : nothing}
        ${should
          ? html`<dt>${duty ? t('warnFirst') : title ? t('warnKnown') : t('warnShould')}</dt><dd class="should">${plain(should)}</dd>`
          : nothing}
      </dl>
      ${title
        ? html`<div class="source ellipsis" title=${title}>${t('warnSource', { title, revision: this.suggestion.details.revision as number })}</div>`
        : nothing}`;
  }

  /** A correction to be said; what a duty names are words to choose from. */
  protected get words(): string {
    if (this.detail('warning') === 'duty') return '';
    const should = plain(this.detail('should'));
    return should && this.detail('title') ? t('warnCorrection', { should }) : should;
  }

  private get grave(): boolean {
    return this.detail('severity') === 'grave';
  }

  private detail(name: string): string {
    return String(this.suggestion.details[name] ?? '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-warning-card': WarningCard;
  }
}
