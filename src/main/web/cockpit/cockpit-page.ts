import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { icons } from '../common/icons';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet as sheetStyles } from '../common/sheet';
import '../common/states';
import { base, buttons, fields } from '../common/styles';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import './case-list';
import './figure';
import {
  addressOf,
  before,
  BYS,
  cases,
  caseSheet,
  caseWorkbook,
  definitions,
  figure,
  journey,
  serviceIndex,
  sheet,
  today,
  viewOf,
  WHICH,
  type By,
  type Cases,
  type Definition,
  type Figure,
  type ServiceIndex,
  type Tile,
  type View,
  type Ways,
  type Which,
} from './figures';
import { t } from './i18n';
import './journey';
import './live';
import { t as live } from './live-text';
import { partName, wayName } from './part-name';
import './service-index';
import './tiles';
import './wallboard';

const TODAY_AGAIN = 60_000;

/** Today beside the same weekday, and each figure over time with the conversations behind it. The address says what is seen. */
@customElement('yiwen-cockpit')
export class CockpitPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private view: View = viewOf(new URLSearchParams(location.search));
  @state() private definitions?: Map<string, Definition>;
  @state() private tiles: Tile[] = [];
  @state() private figure?: Figure;
  @state() private previous?: Figure;
  @state() private cases?: Cases;
  @state() private index?: ServiceIndex;
  @state() private ways?: Ways;
  @state() private wall = new URLSearchParams(location.search).has('wall');
  private clock?: ReturnType<typeof setInterval>;
  private readonly back = () => {
    this.wall = new URLSearchParams(location.search).has('wall');
    // What is behind the wallboard stays as it was.
    if (this.wall) return;
    this.view = viewOf(new URLSearchParams(location.search));
    void this.load();
  };

  static styles = [
    base,
    buttons,
    fields,
    sheetStyles,
    css`
      main {
        --sheet: 1100px;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-3);
      }
      .notice {
        padding: var(--yw-space-2) var(--yw-space-3);
        border-inline-start: 4px solid var(--yw-accent);
        background: var(--yw-selected);
      }
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-3);
        align-items: end;
      }
      .filters .field > :is(input, select) {
        height: 38px;
      }
      .check {
        display: inline-flex;
        gap: var(--yw-space-2);
        align-items: center;
        min-height: var(--yw-control);
      }
      .choice,
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        align-items: center;
      }
      .choice .button[aria-pressed='true'] {
        border-color: var(--yw-accent);
        background: var(--yw-selected);
      }
      @media (max-width: 640px) {
        .filters {
          display: grid;
          grid-template-columns: 1fr 1fr;
        }
        .filters .field {
          min-width: 0;
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.back);
    this.clock = setInterval(() => void this.tick(), TODAY_AGAIN);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.back);
    clearInterval(this.clock);
  }

  updated(): void {
    pageTitle(t('pageTitle'));
  }

  private get allowed(): boolean {
    return Boolean(this.staff && has(this.staff, 'SUPERVISE'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (!this.allowed) return;
      const [known, tiles] = await Promise.all([definitions(), today()]);
      this.definitions = new Map(known.map((one) => [one.metric, one]));
      if (!this.definitions.has(this.view.metric)) this.view = { ...this.view, metric: known[0]!.metric };
      this.tiles = tiles;
      await this.load();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async tick(): Promise<void> {
    if (!this.allowed || document.hidden) return;
    // Another try comes soon.
    this.tiles = await today().catch(() => this.tiles);
  }

  private async load(): Promise<void> {
    const { view } = this;
    const [found, previous, behind, index, ways] = await Promise.all([
      figure(view),
      view.compare ? figure(before(view)) : undefined,
      view.part === undefined && view.way === undefined ? undefined : cases(view),
      serviceIndex(view),
      journey(view),
    ]);
    if (view !== this.view) return;
    this.figure = found;
    this.previous = previous;
    this.cases = behind;
    this.index = index;
    this.ways = ways;
  }

  private set(change: Partial<View>): void {
    const { part: _, way: __, ...rest } = this.view;
    this.view = { ...rest, which: 'ALL', ...change };
    history.pushState(null, '', `?${addressOf(this.view)}`);
    this.load().catch((failure) => toast(words(failure), { kind: 'problem' }));
  }

  /** For a screen that nobody sits at: what goes on now and today, large, and nothing else. */
  private setWall(wall: boolean): void {
    history.pushState(null, '', wall ? '?wall' : `?${addressOf(this.view)}`);
    this.back();
    if (!wall && document.fullscreenElement) void document.exitFullscreen();
  }

  render() {
    if (this.wall && this.definitions) return this.wallboard(this.definitions);
    return html`<yw-top-bar .staff=${this.staff} current="cockpit"></yw-top-bar><main>${this.content()}</main>`;
  }

  private wallboard(known: Map<string, Definition>) {
    return html`<yw-wallboard
      .tiles=${this.tiles}
      .definitions=${known}
      @leave=${() => this.setWall(false)}
      @metric=${(event: CustomEvent<string>) => {
        this.setWall(false);
        this.set({ metric: event.detail });
      }}
      >${this.invented()}</yw-wallboard
    >`;
  }

  private invented() {
    return this.figure?.invented ? html`<p class="notice" role="note">${t('invented')} <span class="hint">${t('inventedOff')}</span></p>` : nothing;
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
    const known = this.definitions;
    if (!known) return html`<h1>${t('heading')}</h1><yw-skeleton lines="8"></yw-skeleton>`;
    return html`
      <h1>${t('heading')}</h1>
      ${this.invented()}
      <section aria-label=${live('heading')}>
        <div class="head">
          <h2>${live('heading')}</h2>
          <span class="spread"></span>
          <button class="button small" @click=${() => this.setWall(true)}>${live('wall')}</button>
        </div>
        <yw-live></yw-live>
      </section>
      <section aria-label=${t('today')}>
        <h2>${t('today')}</h2>
        <yw-today-tiles
          .tiles=${this.tiles}
          .definitions=${known}
          metric=${this.view.metric}
          @metric=${(event: CustomEvent<string>) => this.set({ metric: event.detail })}
        ></yw-today-tiles>
      </section>
      <section aria-label=${t('history')}>
        <div class="head">
          <h2>${t('history')}</h2>
          <span class="spread"></span>
          <button class="button small" @click=${() => void this.share()}>${t('share')}</button>
          <a class="button small" href=${sheet(this.view)} download="report.csv">${icons.file}${t('export')}</a>
        </div>
        ${this.filters([...known.values()])}
        <div class="card" aria-live="polite">${this.found(known)}</div>
      </section>
      ${this.view.part === undefined ? nothing : this.behind(this.partOpen(this.view.part))}
      ${this.ways
        ? html`<section class="card" aria-label=${t('journey')}>
            <h2>${t('journey')}</h2>
            <p class="hint">${t('journeyHint')}</p>
            <yw-journey .ways=${this.ways} .open=${this.view.way} @way=${(event: CustomEvent<string>) => this.set({ way: event.detail })}></yw-journey>
          </section>`
        : nothing}
      ${this.view.way === undefined ? nothing : this.behind(wayName(this.view.way))}
      ${this.index
        ? html`<section class="card" aria-label=${t('index')}>
            <h2>${t('index')}</h2>
            <yw-service-index .index=${this.index} .definitions=${known} @weighed=${() => void this.load()}></yw-service-index>
          </section>`
        : nothing}
    `;
  }

  private filters(known: Definition[]) {
    const { view } = this;
    const chosen = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
    const narrowed = Object.values(view.only);
    return html`<div class="filters">
      <label class="field wide"><span>${t('metric')}</span>
        <select name="metric" @change=${(event: Event) => this.set({ metric: chosen(event) })}>
          ${known.map((one) => html`<option value=${one.metric} ?selected=${one.metric === view.metric}>${one.name}</option>`)}
        </select>
      </label>
      <label class="field"><span>${t('from')}</span>
        <input type="date" name="from" .value=${view.from} max=${view.to} @change=${(event: Event) => this.day({ from: chosen(event) })} />
      </label>
      <label class="field"><span>${t('to')}</span>
        <input type="date" name="to" .value=${view.to} min=${view.from} @change=${(event: Event) => this.day({ to: chosen(event) })} />
      </label>
      <label class="field wide"><span>${t('by')}</span>
        <select name="by" @change=${(event: Event) => this.set({ by: chosen(event) as By })}>
          ${BYS.map((by) => html`<option value=${by} ?selected=${by === view.by}>${t(by)}</option>`)}
        </select>
      </label>
      <label class="check wide">
        <input type="checkbox" .checked=${view.compare} @change=${(event: Event) => this.set({ compare: (event.target as HTMLInputElement).checked })} />
        ${t('compare')}
      </label>
      ${narrowed.length
        ? html`<span class="check">${t('only', { what: narrowed.map((one) => one || t('unknown')).join(' · ') })}</span>
            <button class="button small" @click=${() => this.set({ only: {} })}>${t('clear')}</button>`
        : nothing}
    </div>`;
  }

  /** An emptied field is none. */
  private day(change: { from?: string; to?: string }): void {
    if (Object.values(change).every(Boolean)) this.set(change);
  }

  private found(known: Map<string, Definition>) {
    const definition = this.figure && known.get(this.figure.metric);
    if (!this.figure || !definition) return html`<yw-skeleton lines="8"></yw-skeleton>`;
    return html`<yw-figure
      .figure=${this.figure}
      .previous=${this.previous}
      .definition=${definition}
      .open=${this.view.part}
      @part=${(event: CustomEvent<string>) => this.set({ part: event.detail })}
    ></yw-figure>`;
  }

  private partOpen(key: string): string {
    return partName(this.view.by, this.figure?.parts.find((one) => one.key === key) ?? { key });
  }

  private behind(part: string) {
    const { view } = this;
    const found = this.cases;
    return html`<section class="card" aria-label=${t('which')}>
      <div class="head">
        <h2>${t('cases', { part })}</h2>
        <span class="spread"></span>
        <a class="button small" href=${caseSheet(view)} download="conversations.csv">${icons.file}${t('export')}</a>
        <a class="button small" href=${caseWorkbook(view)} download="conversations.xlsx">${icons.file}${t('workbook')}</a>
        <button class="button small" @click=${() => this.set({})}>${t('close')}</button>
      </div>
      ${view.way === undefined && this.definitions?.get(view.metric)?.kind === 'SHARE' ? this.which(view.which) : nothing}
      ${!found
        ? html`<yw-skeleton lines="4"></yw-skeleton>`
        : found.conversations.length
          ? html`<yw-case-list .cases=${found.conversations}></yw-case-list>
              ${found.next ? html`<button class="button" @click=${() => void this.more(found)}>${t('more')}</button>` : nothing}`
          : html`<yw-empty heading=${t('noCases')}></yw-empty>`}
    </section>`;
  }

  private which(now: Which) {
    const { part } = this.view;
    return html`<div class="choice" role="group" aria-label=${t('which')}>
      ${WHICH.map(
        (which) =>
          html`<button class="button small" aria-pressed=${which === now} @click=${() => this.set({ which, ...(part === undefined ? {} : { part }) })}>
            ${t(which)}
          </button>`,
      )}
    </div>`;
  }

  private async more(found: Cases): Promise<void> {
    try {
      const next = await cases(this.view, found.next);
      if (found === this.cases) this.cases = { ...next, conversations: [...found.conversations, ...next.conversations] };
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async share(): Promise<void> {
    await navigator.clipboard.writeText(`${location.origin}/cockpit?${addressOf(this.view)}`);
    toast(t('copied'));
  }
}
