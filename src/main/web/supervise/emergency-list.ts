import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sound } from '../agent/sound';
import '../agent/timer';
import { YiwenElement } from '../common/element';
import { badges, base, buttons } from '../common/styles';
import { t } from './i18n';
import { nameOf, type Emergency } from './supervision';

const AGAIN_MS = 20_000;

/** `<yw-emergency-list .emergencies>`: customers in danger without an agent's word; loud while one has lasted too long. */
@customElement('yw-emergency-list')
export class EmergencyList extends YiwenElement {
  @property({ attribute: false }) emergencies: Emergency[] = [];
  private rang = 0;

  static styles = [
    base,
    badges,
    buttons,
    css`
      section {
        display: grid;
        gap: var(--yw-space-3);
        padding: var(--yw-space-3) var(--yw-space-4);
        border-left: 4px solid var(--yw-urgent);
        background: var(--yw-urgent-soft);
      }
      h2 {
        font-size: var(--yw-text-m);
      }
      article {
        display: grid;
        gap: var(--yw-space-1);
      }
      p {
        overflow-wrap: anywhere;
      }
    `,
  ];

  updated(): void {
    if (!this.emergencies.some((one) => one.overdue) || Date.now() - this.rang < AGAIN_MS) return;
    this.rang = Date.now();
    sound.alarm();
  }

  render() {
    if (!this.emergencies.length) return nothing;
    return html`<section role="alert" aria-labelledby="emergencies">
      <h2 id="emergencies">${t('emergencies', { n: this.emergencies.length })}</h2>
      ${this.emergencies.map((one) => this.line(one))}
    </section>`;
  }

  private line(one: Emergency) {
    return html`<article data-conversation=${one.conversationId}>
      <div class="row">
        <strong class="ellipsis">${nameOf(one)}</strong>
        ${one.overdue ? html`<span class="badge urgent">${t('overdue')}</span>` : nothing}
        <span class="spread"></span>
        <yw-timer since=${one.since} warn="0" urgent="60"></yw-timer>
      </div>
      <p>${one.words}</p>
      <div class="row">
        <span class="hint">${one.agent ? t('silentAgent', { agent: one.agent }) : t('nobodyYet')}</span>
        <span class="spread"></span>
        <a class="button small primary" href="/agent?conversation=${one.conversationId}">${t('open')}</a>
      </div>
    </article>`;
  }
}
