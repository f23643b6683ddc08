import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { sound } from '../agent/sound';
import '../agent/timer';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import type { Held, TalkAlert } from '../common/frames';
import { badges, base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import { alertName } from './alert-words';
import { acknowledge, nameOf } from './supervision';
import { t } from './wall-text';

const SHOWN = 3;

interface Open {
  held: Held;
  alert: TalkAlert;
}

/** `<yw-alert-list .held>`: grave warnings of which no supervisor has taken note, the newest first. Tells `watch` (detail: Held). */
@customElement('yw-alert-list')
export class AlertList extends YiwenElement {
  @property({ attribute: false }) held: Held[] = [];
  @state() private busy = '';
  private heard = new Set<string>();

  static styles = [
    base,
    badges,
    buttons,
    css`
      section {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3) var(--yw-space-4);
        border-left: 4px solid var(--yw-urgent);
        border-bottom: 1px solid var(--yw-line);
        background: var(--yw-surface);
      }
      h2 {
        font-size: var(--yw-text-m);
      }
      ul {
        display: grid;
        gap: var(--yw-space-3);
        list-style: none;
      }
      li {
        display: grid;
        gap: var(--yw-space-1);
        min-width: 0;
      }
      p {
        overflow-wrap: anywhere;
      }
    `,
  ];

  private get open(): Open[] {
    return this.held
      .flatMap((held) => held.alerts.filter((one) => one.grave && !one.acknowledgedBy).map((alert) => ({ held, alert })))
      .sort((a, b) => b.alert.at.localeCompare(a.alert.at));
  }

  updated(): void {
    const ids = this.open.map((one) => one.alert.id);
    const fresh = ids.filter((id) => !this.heard.has(id));
    this.heard = new Set(ids);
    if (fresh.length) sound.chime('message');
  }

  render() {
    const open = this.open;
    // The region stands there before it says something, or nothing would be read out.
    return html`<div role="status" aria-live="assertive">
      ${open.length
        ? html`<section aria-labelledby="alerts">
            <h2 id="alerts">${t('alerts', { n: open.length })}</h2>
            <ul>
              ${repeat(open.slice(0, SHOWN), (one) => one.alert.id, (one) => this.line(one))}
            </ul>
            ${open.length > SHOWN ? html`<p class="hint">${t('alertsMore', { n: open.length - SHOWN })}</p>` : nothing}
          </section>`
        : nothing}
    </div>`;
  }

  private line({ held, alert }: Open) {
    return html`<li data-alert=${alert.kind} data-conversation=${held.conversationId}>
      <div class="row">
        <span class="badge urgent">${alertName(alert)}</span>
        <span class="spread"></span>
        <yw-timer class="hint" since=${alert.at}></yw-timer>
      </div>
      <p>${nameOf(held)} · ${held.agent}${alert.said ? html`：“${alert.said}”` : nothing}</p>
      <div class="row">
        <span class="spread"></span>
        <button class="button small" @click=${() => this.tell('watch', held)}>${t('look')}</button>
        <button class="button small primary" ?disabled=${this.busy === alert.id} @click=${() => void this.acknowledge(alert)}>
          ${t('acknowledge')}
        </button>
      </div>
    </li>`;
  }

  private async acknowledge(alert: TalkAlert): Promise<void> {
    this.busy = alert.id;
    try {
      await acknowledge(alert.id);
      toast(t('acknowledged'));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = '';
    }
  }
}
