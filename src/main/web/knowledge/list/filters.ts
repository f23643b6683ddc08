import { css, html, nothing } from 'lit';
import { composes } from '../../common/composing';
import { customElement, property, query } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import { base, buttons, fields } from '../../common/styles';
import type { Facets, Filter } from '../articles';
import { t } from '../i18n';
import { t as review } from '../review/text';
import { topicName } from '../topic-names';

const SORTS = ['BEST', 'CHANGED', 'TOPIC', 'QUESTION'] as const;
const QUEUES = ['REVIEW', 'CONFIRM', 'APPROVED', 'SCHEDULED', 'EXPIRING', 'LINKS'] as const;
type Choice = 'topic' | 'state' | 'audience' | 'product' | 'valid';

/** `<yw-filters .filter .facets @filter=${…}>`: search and filters above the list; waits until typing stops. */
@customElement('yw-filters')
export class Filters extends YiwenElement {
  @property({ attribute: false }) filter!: Filter;
  @property({ attribute: false }) facets: Facets = {};
  @query('input') private search!: HTMLInputElement;
  private waiting?: ReturnType<typeof setTimeout>;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3);
        container-type: inline-size;
      }
      .search {
        position: relative;
      }
      .search svg {
        position: absolute;
        top: 50%;
        left: 9px;
        width: 18px;
        height: 18px;
        translate: 0 -50%;
        color: var(--yw-ink-3);
        pointer-events: none;
      }
      .search input {
        padding-left: 34px;
      }
      .choices,
      .queues {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
      }
      select {
        width: auto;
        min-height: calc(var(--yw-control) - 6px);
        padding: 0 var(--yw-space-2);
        border-color: var(--yw-line);
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      select.set {
        border-color: var(--yw-accent);
        color: var(--yw-accent-text);
      }
      .topic {
        display: none;
      }
      @media (max-width: 1100px) {
        .topic {
          display: inline-block;
        }
      }
      @container (max-width: 420px) {
        .choices {
          display: grid;
          grid-template-columns: 1fr 1fr;
        }
        select {
          width: 100%;
        }
      }
      /* One line to swipe along: the list is what a small screen is for. */
      @media (max-width: 760px) {
        .choices {
          display: flex;
          flex-wrap: nowrap;
          margin: 0 calc(-1 * var(--yw-space-3));
          padding: 2px var(--yw-space-3);
          overflow-x: auto;
          scrollbar-width: none;
        }
        select {
          flex: none;
          width: auto;
          min-height: 36px;
        }
      }
    `,
  ];

  focusSearch(): void {
    this.search.focus();
    this.search.select();
  }

  render() {
    const set = (['topic', 'state', 'audience', 'product', 'valid'] as Choice[]).some((one) => this.filter[one]) || this.filter.mine || this.filter.queue;
    return html`
      <div class="search">
        ${icons.search}
        <input
          type="search"
          aria-label=${t('search')}
          placeholder=${t('searchHint')}
          .value=${this.filter.q}
          @input=${this.typed}
          @keydown=${this.key}
        />
      </div>
      ${this.queues()}
      <div class="choices">
        ${this.choice('topic', t('allTopics'), topicName)}
        ${this.choice('state', t('anyState'), (value) => t(`state${value as 'DRAFT'}`))}
        ${this.choice('audience', t('anyAudience'), (value) => t(`audience${value as 'AGENT'}`))}
        ${this.choice('product', t('anyProduct'), (value) => value)}
        ${this.choice('valid', t('anyValidity'), (value) => t(`valid${value as 'CURRENT'}`))}
        <button
          class="button small ${this.filter.mine ? 'primary' : ''}"
          aria-pressed=${Boolean(this.filter.mine)}
          @click=${() => this.set({ mine: this.filter.mine ? '' : 'true' })}
        >
          ${t('mine')}
        </button>
        ${this.order()}
        ${set
          ? html`<button class="button quiet small" @click=${this.clear}>${icons.close}${t('clearFilters')}</button>`
          : nothing}
      </div>
    `;
  }

  /** What waits for somebody; nothing where nothing does. */
  private queues() {
    const counts = this.facets.queue ?? {};
    const shown = QUEUES.filter((one) => counts[one] || this.filter.queue === one);
    if (shown.length === 0) return nothing;
    return html`<div class="queues" role="group" aria-label=${review('queue')}>
      ${shown.map(
        (one) => html`<button
          class="button small ${this.filter.queue === one ? 'primary' : ''}"
          aria-pressed=${this.filter.queue === one}
          @click=${() => this.set({ queue: this.filter.queue === one ? '' : one })}
        >
          ${one === 'EXPIRING' ? review('expiresSoon', { n: counts[one] ?? 0 }) : html`${review(`queue${one}`)}（${counts[one] ?? 0}）`}
        </button>`,
      )}
      ${this.filter.queue === 'EXPIRING' ? html`<a class="button small" href="/usefulness?standing=EXPIRING">${review('goesDark')}</a>` : nothing}
    </div>`;
  }

  private order() {
    return html`<select aria-label=${t('sort')} @change=${(event: Event) => this.set({ sort: (event.target as HTMLSelectElement).value })}>
      ${SORTS.map((sort) => html`<option value=${sort === 'BEST' ? '' : sort} ?selected=${(this.filter.sort || 'BEST') === sort}>${t(`sort${sort}`)}</option>`)}
    </select>`;
  }

  private choice(name: Choice, any: string, text: (value: string) => string) {
    const counts = { ...this.facets[name] };
    const chosen = this.filter[name];
    if (chosen && !(chosen in counts)) counts[chosen] = 0;
    return html`
      <select
        class="${name} ${chosen ? 'set' : ''}"
        aria-label=${t(name === 'valid' ? 'validity' : name === 'topic' ? 'topics' : name)}
        @change=${(event: Event) => this.set({ [name]: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${!chosen}>${any}</option>
        ${Object.entries(counts).map(
          ([value, count]) =>
            html`<option value=${value} ?selected=${chosen === value}>${text(value)}（${count}）</option>`,
        )}
      </select>
    `;
  }

  private typed(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.set({ q: this.search.value }), 250);
  }

  private key(event: KeyboardEvent): void {
    if (composes(event)) return;
    if (event.key === 'Enter') {
      clearTimeout(this.waiting);
      this.set({ q: this.search.value });
      this.tell('leave-search');
    } else if (event.key === 'Escape') {
      this.search.value = '';
      this.set({ q: '' });
      this.tell('leave-search');
    }
  }

  private clear(): void {
    this.set({ topic: '', state: '', audience: '', product: '', valid: '', mine: '', queue: '' });
  }

  private set(change: Partial<Filter>): void {
    this.tell('filter', { ...this.filter, ...change });
  }
}
