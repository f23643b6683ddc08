import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { badges, base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import { bars } from '../gaps/bars';
import './after-end';
import { t } from './i18n';
import { agents, change, reason } from './reason';
import { cardStyles } from './styles';
import { checked, turns, type Useful } from './usefulness';

/** `<yw-useful .useful days="30" trend-days="2">`: one article and why it stands there; tells `changed` when somebody has checked it. */
@customElement('yw-useful')
export class UsefulCard extends YiwenElement {
  @property({ attribute: false }) useful!: Useful;
  @property({ type: Number }) days = 30;
  @property({ type: Number, attribute: 'trend-days' }) trendDays = 2;
  @state() private busy = false;

  static styles = [base, buttons, badges, cardStyles];

  render() {
    const one = this.useful;
    const more = [one.counts.TAPPED ? t('tapped', { n: one.counts.TAPPED }) : '', agents(one.counts), change(one)].filter(Boolean);
    return html`
      <article class="card">
        <div class="head">
          <h2><a href="/knowledge?article=${one.article}">${one.title}</a></h2>
          ${one.standing.map((standing) => html`<span class="badge ${standing === 'HURTS' || standing === 'EXPIRING' ? 'warn' : ''}">${t(standing)}</span>`)}
        </div>
        <div class="said">
          <p>${reason(one, this.days)}</p>
          ${one.trend.length ? bars(one.trend.map((height) => ({ height })), this.trendLabel(one.trend)) : nothing}
        </div>
        ${more.map((line) => html`<p class="hint">${line}</p>`)}
        ${one.standing.includes('EXPIRING') ? html`<yw-after-end article=${one.article}></yw-after-end>` : nothing}
        <div class="foot">
          <span class="hint">${one.slug} · ${t('author', { name: one.author })}</span>
          <span class="spread"></span>
          ${one.counts.SHOWN ? html`<a class="button small" href=${turns(one)}>${t('turns')}</a>` : nothing}
          ${one.standing.includes('STALE')
            ? html`<button class="button small" ?disabled=${this.busy} @click=${this.check}>${t('checked')}</button>`
            : nothing}
        </div>
      </article>
    `;
  }

  private trendLabel(trend: number[]): string {
    const counts = trend.join(' ');
    return this.trendDays > 1 ? t('trend', { days: this.trendDays, counts }) : t('trendDaily', { counts });
  }

  private async check(): Promise<void> {
    this.busy = true;
    try {
      await checked(this.useful);
      toast(t('checkedDone'));
      this.tell('changed', undefined);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}
