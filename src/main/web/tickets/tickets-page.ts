import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { composes } from '../common/composing';
import { YiwenElement } from '../common/element';
import type { TicketServerFrame } from '../common/frames';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { FrameSocket, socketUrl } from '../common/socket';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import { t } from './i18n';
import { kinds, named, type KindDefinition } from './kinds';
import './new-ticket';
import type { NewTicketDialog } from './new-ticket';
import { pageStyles } from './page-styles';
import './ticket-bulk';
import './ticket-list';
import type { TicketList } from './ticket-list';
import './ticket-view';
import type { TicketView } from './ticket-view';
import { setServerNow } from './time-left';
import { list, markRead, PRIORITIES, read, sheet, SHOWS, SORTS } from './tickets';
import type { Counts, Filter, Kind, Priority, Show, Sort, Ticket, Whole } from './tickets';

const SEARCH_AFTER_MS = 250;

/** Tickets: a list on the left, the open one on the right; on a phone one after the other. */
@customElement('yiwen-tickets')
export class TicketsPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private filter: Filter = { show: 'open', kind: '', priority: '', sort: 'due', q: '' };
  @state() private tickets?: Ticket[];
  @state() private counts?: Counts;
  @state() private whole?: Whole;
  @state() private kinds: KindDefinition[] = [];
  @state() private chosen: ReadonlySet<string> = new Set();
  @query('yw-ticket-list') private list!: TicketList;
  @query('yw-ticket-view') private view?: TicketView;
  @query('yw-new-ticket') private form!: NewTicketDialog;
  @query('input[type=search]') private search!: HTMLInputElement;
  private waiting?: ReturnType<typeof setTimeout>;
  private readonly socket = new FrameSocket<TicketServerFrame, never>({
    url: () => socketUrl('', '/ws/v1/tickets'),
    // What happened without a connection went unheard.
    opened: () => void this.load(),
    received: (frame) => this.received(frame),
  });
  private readonly key = (event: KeyboardEvent) => this.pressed(event);
  private readonly went = () => void this.show(new URLSearchParams(location.search).get('ticket') ?? '');

  static styles = [base, buttons, fields, badges, pageStyles];

  connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.key);
    document.addEventListener('visibilitychange', this.seen);
    addEventListener('popstate', this.went);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.key);
    document.removeEventListener('visibilitychange', this.seen);
    removeEventListener('popstate', this.went);
    this.socket.stop();
  }

  updated(): void {
    pageTitle((this.counts?.overdue ? `${t('showoverdue')} ${this.counts.overdue} · ` : '') + t('pageTitle'));
  }

  private get allowed(): boolean {
    return Boolean(this.staff && has(this.staff, 'TICKETS'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (!this.allowed) return;
      const number = new URLSearchParams(location.search).get('number');
      if (number) this.filter = { ...this.filter, show: 'all', q: number };
      // Without them the list is shown all the same.
      void kinds().then(({ kinds }) => (this.kinds = kinds), () => undefined);
      this.socket.start();
      this.went();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="tickets"></yw-top-bar>${this.content()}
      <yw-new-ticket .kinds=${this.kinds} me=${this.staff?.id ?? ''} @opened=${(event: CustomEvent<Ticket>) => this.opened(event.detail)}></yw-new-ticket>`;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}><button class="button" @click=${() => void this.enter()}>${shared('retry')}</button></yw-empty>`;
    }
    if (this.staff && !this.allowed) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint')}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    return html`
      <main class=${this.whole ? 'detail' : ''} @changed=${(event: CustomEvent<Whole>) => this.changed(event.detail)}>
        <div class="left">
          ${this.tools()}
          <yw-ticket-bulk
            .chosen=${this.tickets?.filter((one) => this.chosen.has(one.id)) ?? []}
            .staff=${this.staff!}
            @bulk-done=${(event: CustomEvent<string[]>) => this.bulkDone(event.detail)}
            @choose-none=${() => (this.chosen = new Set())}
          ></yw-ticket-bulk>
          <yw-ticket-list
            .chosen=${this.chosen}
            @choose=${(event: CustomEvent<ReadonlySet<string>>) => (this.chosen = event.detail)}
            .tickets=${this.tickets}
            .filter=${this.filter}
            open-id=${this.whole?.ticket.id ?? ''}
            @open=${(event: CustomEvent<string>) => this.go(event.detail)}
            @clear=${() => this.set({ kind: '', priority: '', q: '' })}
          ></yw-ticket-list>
        </div>
        <div class="right">
          ${this.whole && this.staff
            ? html`<yw-ticket-view .whole=${this.whole} .staff=${this.staff} @back=${() => this.go('')}></yw-ticket-view>`
            : html`<yw-empty heading=${t('pick')} hint=${t('pickHint')}></yw-empty>`}
        </div>
      </main>
    `;
  }

  private tools() {
    return html`<div class="tools">
      <div class="row">
        <h1>${shared('tickets')}</h1>
        <span class="spread"></span>
        ${this.staff && has(this.staff, 'ROUTING') ? html`<a class="button small" href="/ticket-kinds">${t('kinds')}</a>` : nothing}
        <a class="button small" href=${sheet(this.filter)} download="tickets.csv">${icons.file}${t('export')}</a>
        <button class="button primary small" @click=${() => this.form.show()}>${icons.plus}${t('newTicket')}</button>
      </div>
      <div class="shows" role="group" aria-label=${shared('tickets')}>${SHOWS.map((one) => this.choice(one))}</div>
      <div class="words">
        <input type="search" aria-label=${t('search')} placeholder=${t('search')} .value=${this.filter.q} @input=${this.typed} />
        <select aria-label=${t('kind')} @change=${(event: Event) => this.set({ kind: (event.target as HTMLSelectElement).value as Kind })}>
          <option value="" ?selected=${!this.filter.kind}>${t('anyKind')}</option>
          ${this.kinds.map((one) => html`<option value=${one.id} ?selected=${this.filter.kind === one.id}>${named(one.label)}</option>`)}
        </select>
      </div>
      <div class="words pair">
        <select aria-label=${t('priority')} @change=${(event: Event) => this.set({ priority: (event.target as HTMLSelectElement).value as Priority })}>
          <option value="" ?selected=${!this.filter.priority}>${t('anyPriority')}</option>
          ${PRIORITIES.map((one) => html`<option value=${one} ?selected=${this.filter.priority === one}>${t(`priority${one}`)}</option>`)}
        </select>
        <select aria-label=${t('sort')} @change=${(event: Event) => this.set({ sort: (event.target as HTMLSelectElement).value as Sort })}>
          ${SORTS.map((one) => html`<option value=${one} ?selected=${this.filter.sort === one}>${t(`sort${one}`)}</option>`)}
        </select>
      </div>
    </div>`;
  }

  private choice(show: Show) {
    const count = this.counts && show in this.counts ? this.counts[show as keyof Counts] : 0;
    const tone = show === 'overdue' ? 'urgent' : show === 'soon' ? 'warn' : '';
    return html`<button aria-pressed=${this.filter.show === show} @click=${() => this.set({ show })}>
      ${t(`show${show}`)}${count ? html`<span class="badge ${tone}">${count}</span>` : nothing}
    </button>`;
  }

  private typed(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.set({ q: this.search.value.trim() }), SEARCH_AFTER_MS);
  }

  private set(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.tickets = undefined;
    void this.load();
  }

  private async load(): Promise<void> {
    const { filter } = this;
    try {
      const page = await list(filter);
      if (filter !== this.filter) return;
      setServerNow(page.now);
      this.tickets = page.tickets;
      const there = new Set(page.tickets.map((one) => one.id));
      this.chosen = new Set([...this.chosen].filter((one) => there.has(one)));
      this.counts = page.counts;
    } catch (failure) {
      if (!this.tickets) this.failure = words(failure);
    }
  }

  private go(id: string): void {
    history.pushState(null, '', id ? `/tickets?ticket=${id}` : '/tickets');
    void this.show(id);
  }

  private async show(id: string): Promise<void> {
    if (!id) return void (this.whole = undefined);
    try {
      this.whole = await read(id);
      this.seen();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  /** What is shown to its owner is read. */
  private readonly seen = () => {
    const ticket = this.whole?.ticket;
    if (!ticket?.unread || ticket.owner?.id !== this.staff?.id || document.hidden) return;
    // Who takes it or writes to it shows it as well.
    void markRead(ticket.id).catch(() => undefined);
  };

  private opened(ticket: Ticket): void {
    toast(t('opened', { n: ticket.number }));
    void this.load();
    this.go(ticket.id);
  }

  /** Those that were refused stay chosen. */
  private bulkDone(left: string[]): void {
    this.chosen = new Set(left);
    void this.load();
    if (this.whole) void this.show(this.whole.ticket.id);
  }

  private changed(whole: Whole): void {
    this.whole = whole;
    this.seen();
    void this.load();
  }

  private received(frame: TicketServerFrame): void {
    switch (frame.type) {
      case 'counts':
        this.counts = { open: frame.open, unowned: frame.unowned, soon: frame.soon, overdue: frame.overdue };
        break;
      case 'changed':
        void this.load();
        if (this.whole?.ticket.id === frame.ticketId) void this.show(frame.ticketId);
        break;
      case 'warning':
        toast(t(frame.overdue ? 'warnLate' : 'warnSoon', { n: frame.number, step: named(frame.label) }), { kind: 'problem' });
        break;
    }
  }

  private pressed(event: KeyboardEvent): void {
    const field = event.composedPath()[0];
    const writing = field instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(field.tagName) && !field.matches('[type=checkbox]');
    if (event.ctrlKey || event.metaKey || event.altKey || composes(event) || !this.allowed) return;
    if (writing) {
      if (event.key === 'Escape') (field as HTMLElement).blur();
      return;
    }
    const wants: Record<string, () => void> = {
      j: () => this.list.move(1),
      k: () => this.list.move(-1),
      x: () => this.list.pick(false),
      X: () => this.list.pick(true),
      t: () => this.view?.want('take'),
      m: () => this.view?.want('reply'),
      c: () => this.view?.want('comment'),
      r: () => this.view?.want('resolve'),
      o: () => this.view?.want('reopen'),
      n: () => this.form.show(),
      '/': () => this.search.focus(),
      Escape: () => (this.chosen.size ? (this.chosen = new Set()) : this.whole && this.go('')),
    };
    const want = wants[event.key];
    // Of an open dialog the keys are its own.
    if (!want || (event.composedPath() as Element[]).some((one) => one instanceof HTMLDialogElement)) return;
    event.preventDefault();
    want();
  }
}
