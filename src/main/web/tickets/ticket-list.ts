import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import { t as bulk } from './bulk-text';
import { t } from './i18n';
import { kindBadge, priorityBadge, timeLeft, toneOf } from './time-left';
import { nextDue, type Filter, type Ticket } from './tickets';

const MOST = 200;

/** `<yw-ticket-list .tickets .filter open-id="…">`: what is due first stands first. Tells `open`, `clear` and `choose` with the ids that are chosen. */
@customElement('yw-ticket-list')
export class TicketList extends YiwenElement {
  @property({ attribute: false }) tickets?: Ticket[];
  @property({ attribute: false }) filter!: Filter;
  @property({ attribute: 'open-id' }) openId = '';
  @property({ attribute: false }) chosen: ReadonlySet<string> = new Set();
  /** The one that was chosen last: a range begins there. */
  private anchor = '';
  private clock?: ReturnType<typeof setInterval>;

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: block;
        overflow-y: auto;
        scrollbar-width: thin;
      }
      ul {
        list-style: none;
      }
      a {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-1);
        padding: var(--yw-space-3) var(--yw-space-4);
        color: inherit;
        text-decoration: none;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        border-bottom: 1px solid var(--yw-line);
        border-left: 3px solid transparent;
      }
      input {
        accent-color: var(--yw-accent);
      }
      .pick {
        display: grid;
        place-items: center;
        min-width: 40px;
        padding-left: var(--yw-space-2);
        cursor: pointer;
      }
      li > a {
        padding-left: var(--yw-space-2);
      }
      .all {
        min-height: 32px;
        padding-left: 15px;
        border-bottom: 1px solid var(--yw-line);
        cursor: pointer;
      }
      a:hover {
        background: var(--yw-hover);
      }
      a:focus-visible {
        outline-offset: -2px;
      }
      li:has(a[aria-current]) {
        background: var(--yw-selected);
      }
      .urgent {
        border-left-color: var(--yw-urgent);
      }
      .warn {
        border-left-color: var(--yw-warn-text);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-1) var(--yw-space-2);
      }
      .number {
        color: var(--yw-ink-3);
      }
      .hint {
        flex: none;
        white-space: nowrap;
      }
      .who {
        min-width: 0;
        margin-left: auto;
      }
      .foot {
        padding: var(--yw-space-3);
        text-align: center;
      }
      yw-skeleton {
        padding: var(--yw-space-4);
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    this.clock = setInterval(() => this.requestUpdate(), 30_000);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  /** To the line after or before the one that has the focus, else the open one. */
  move(by: 1 | -1): void {
    const lines = [...this.renderRoot.querySelectorAll<HTMLElement>('a')];
    const at = lines.indexOf(this.focused ?? this.renderRoot.querySelector<HTMLElement>('a[aria-current]')!);
    lines[Math.min(Math.max(at + by, 0), lines.length - 1)]?.focus();
  }

  private get focused(): HTMLElement | null | undefined {
    return (this.renderRoot as ShadowRoot).activeElement?.closest('li')?.querySelector<HTMLElement>('a');
  }

  /** The one that has the focus, else the open one; with all since the last, when `range`. */
  pick(range: boolean): void {
    const id = (this.focused ?? this.renderRoot.querySelector<HTMLElement>('a[aria-current]'))?.dataset.id;
    if (id) this.toggle(id, range);
  }

  private toggle(id: string, range: boolean): void {
    const ids = this.tickets?.map((one) => one.id) ?? [];
    const chosen = new Set(this.chosen);
    const from = ids.indexOf(this.anchor);
    if (range && from >= 0) {
      const to = ids.indexOf(id);
      ids.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((one) => chosen.add(one));
    } else if (!chosen.delete(id)) {
      chosen.add(id);
    }
    this.anchor = id;
    this.tell('choose', chosen);
  }

  render() {
    const { tickets, filter } = this;
    if (!tickets) return html`<yw-skeleton lines="8"></yw-skeleton>`;
    if (tickets.length === 0) return this.empty();
    const all = tickets.every((one) => this.chosen.has(one.id));
    return html`
      <label class="row all hint"
        ><input
          type="checkbox"
          .checked=${all}
          .indeterminate=${!all && this.chosen.size > 0}
          @change=${() => this.tell('choose', new Set(all ? [] : tickets.map((one) => one.id)))}
        />${bulk('chooseAll')}</label
      >
      <ul aria-label=${t(`show${filter.show}`)}>
        ${repeat(tickets, (one) => one.id, (one) => this.line(one))}
      </ul>
      <p class="foot hint">${tickets.length < MOST ? t('shown', { n: tickets.length }) : t('shownMost', { n: MOST })}</p>
    `;
  }

  private line(ticket: Ticket) {
    const tone = toneOf(nextDue(ticket), ticket.waitingSince);
    return html`<li class=${tone} data-number=${ticket.number}>
      <label class="pick"
        ><input
          type="checkbox"
          aria-label=${bulk('choose', { n: ticket.number })}
          .checked=${live(this.chosen.has(ticket.id))}
          @click=${(event: MouseEvent) => this.toggle(ticket.id, event.shiftKey)}
      /></label>
      <a
        data-id=${ticket.id}
        href="/tickets?ticket=${ticket.id}"
        aria-current=${ticket.id === this.openId ? 'true' : nothing}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          if (event.shiftKey) this.toggle(ticket.id, true);
          else this.tell('open', ticket.id);
        }}
      >
        <span class="row"
          ><span class="number">${ticket.number}</span><span class="ellipsis">${ticket.title}</span><span class="spread"></span
          ><span class="hint">${timeElement(ticket.openedAt)}</span></span
        >
        <span class="facts">
          ${kindBadge(ticket)}
          ${priorityBadge(ticket)}
          ${ticket.unread ? html`<span class="badge warn">${t('unread')}</span>` : ticket.state === 'WAITING' ? html`<span class="badge">${t('stateWAITING')}</span>` : nothing}
          ${ticket.state === 'RESOLVED' ? html`<span class="badge ok">${t('stateRESOLVED')}</span>` : timeLeft(ticket)}
          <span class="who row">
            <span class="hint ellipsis">${ticket.customer?.name ?? (ticket.customer ? t('visitor') : '')}</span>
            <span class="hint">${ticket.owner ? ticket.owner.name : t('nobody')}</span>
          </span>
        </span>
      </a>
    </li>`;
  }

  private empty() {
    const { show, kind, priority, q } = this.filter;
    if (kind || priority || q) {
      return html`<yw-empty heading=${t('noneFound')} hint=${t('noneFoundHint')}>
        <button class="button" @click=${() => this.tell('clear')}>${t('clearFilters')}</button>
      </yw-empty>`;
    }
    return html`<yw-empty heading=${t(`none${show}`)} hint=${show === 'mine' ? t('nonemineHint') : t('noneHint')}></yw-empty>`;
  }
}
