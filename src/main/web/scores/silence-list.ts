import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import { t } from './i18n';
import { silence, toGap, toReview, type Silent } from './scores';

/** Growth within these is none. */
const LESS = 0.8;
const MORE = 1.25;
/** Shown at first, and with each press. */
const PAGE = 8;

/** `<yw-silence-list>`: what customers are dissatisfied with who do not say so; each can be made a knowledge gap or a review. */
@customElement('yw-silence-list')
export class SilenceList extends YiwenElement {
  @state() private all?: Silent[];
  @state() private shown = PAGE;
  @state() private busy = false;

  static styles = [
    base,
    badges,
    buttons,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-3);
      }
      ul {
        display: grid;
        gap: var(--yw-space-3);
        list-style: none;
      }
      .one {
        display: grid;
        gap: var(--yw-space-2);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-1) var(--yw-space-3);
        font-variant-numeric: tabular-nums;
      }
      h2 {
        overflow-wrap: anywhere;
        font-size: var(--yw-text-l);
      }
      :host > .button {
        justify-self: center;
      }
      .examples {
        gap: var(--yw-space-1);
      }
      .examples a {
        overflow-wrap: anywhere;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.all = await silence();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  render() {
    if (!this.all) return html`<yw-skeleton lines="8"></yw-skeleton>`;
    return html`<p class="hint">${t('silenceHint')}</p>
      ${this.all.length
        ? html`<ul>
              ${this.all.slice(0, this.shown).map((one) => this.cluster(one))}
            </ul>
            ${this.all.length > this.shown
              ? html`<button class="button" @click=${() => (this.shown += PAGE)}>${t('more')}</button>`
              : nothing}`
        : html`<section class="card"><yw-empty heading=${t('noSilence')} hint=${t('noSilenceHint')}></yw-empty></section>`}`;
  }

  private cluster(one: Silent) {
    return html`<li class="card one" data-cluster=${one.id}>
      <h2>${one.words.join(t('list')) || t('untitled')}</h2>
      <span class="facts"
        ><span>${t('silenceSize', { n: one.size })}</span><span class="hint">${t('silenceWeeks', { weeks: one.weeks.join(' · ') })}</span>${this.trend(one)}</span
      >
      <ul class="examples">
        ${one.examples.map((it) => html`<li><a href="/scores?conversation=${it.conversationId}&seq=${it.seq}">${it.text}</a></li>`)}
      </ul>
      <span
        >${one.gap
          ? html`<a href="/gaps">${t('seeGap')}</a>`
          : html`<button class="button small" ?disabled=${this.busy} @click=${() => void this.make(one.id)}>${t('toGap')}</button>`}
        <button class="button small" ?disabled=${this.busy} @click=${() => void this.review(one.id)}>${t('toReview')}</button></span
      >
    </li>`;
  }

  private trend({ growth, weeks }: Silent) {
    if (growth === undefined) return weeks.at(-1) ? html`<span class="badge warn">${t('silenceNew')}</span>` : nothing;
    if (growth >= LESS && growth <= MORE) return html`<span class="hint">${t('silenceSame')}</span>`;
    const share = `${Math.round(100 * Math.abs(growth - 1))}%`;
    return growth > 1
      ? html`<span class="badge urgent">${t('silenceMore', { share })}</span>`
      : html`<span class="badge ok">${t('silenceLess', { share })}</span>`;
  }

  private async review(id: string): Promise<void> {
    this.busy = true;
    try {
      location.assign(`/alarms?${new URLSearchParams({ tab: 'reviews', review: await toReview(id) })}`);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
      this.busy = false;
    }
  }

  private async make(id: string): Promise<void> {
    this.busy = true;
    try {
      await toGap(id);
      toast(t('madeGap'));
      await this.load();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}
