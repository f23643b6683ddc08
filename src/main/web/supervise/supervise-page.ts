import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { split } from '../common/split';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { pageTitle } from '../common/title';
import '../common/top-bar';
import './emergency-list';
import { floorNow, type FloorNow } from './floor';
import './held-list';
import { t } from './i18n';
import { emergencies, satisfaction, type Emergency, type Held, type OfAgent } from './supervision';
import './alert-list';
import { groupsOf, matches } from './wall';
import { t as wall } from './wall-text';
import './watch-view';
import { Watching } from './watching';
import './wrap-up-figures';
import { wrapUpFigures, type WrapUpFiguresOf } from './wrap-up-figures';

const EVERY_MS = 4000;
/** Ratings come seldom, and are counted over a month. */
const RATINGS_EVERY = 5;

/** Who waits, who is at work, and the conversations in hand; one of them live, with a whisper and a take-over. */
@customElement('yiwen-supervise')
export class SupervisePage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private group = '';
  @state() private alertsOnly = false;
  @state() private emergencies: Emergency[] = [];
  @state() private floor?: FloorNow;
  @state() private ratings?: OfAgent[];
  @state() private wrapUps?: WrapUpFiguresOf;
  @state() private watched?: Held;
  @state() private beat = 0;
  @state() private lost = false;
  private readonly watching = new Watching(() => this.beat++);
  private clock?: ReturnType<typeof setInterval>;
  private looks = 1;

  static styles = [
    base,
    buttons,
    badges,
    split,
    css`
      .left {
        overflow-y: auto;
      }
      .wall .head,
      .wall .filter,
      .ratings {
        padding: var(--yw-space-3) var(--yw-space-4);
      }
      .lost {
        padding: var(--yw-space-2) var(--yw-space-4);
        background: var(--yw-warn-soft);
        color: var(--yw-warn-text);
      }
      .ratings {
        display: grid;
        gap: var(--yw-space-1);
        border-top: 1px solid var(--yw-line);
      }
      .wall {
        border-bottom: 1px solid var(--yw-line);
      }
      .wall .filter {
        flex-wrap: wrap;
        padding-top: 0;
      }
      .wall label {
        min-height: 32px;
      }
      .ratings h2 {
        font-size: var(--yw-text-m);
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
    this.watching.stop();
  }

  updated(): void {
    const grave = (this.held ?? []).flatMap((one) => one.alerts).filter((one) => one.grave && !one.acknowledgedBy);
    const length = this.emergencies.length + grave.length;
    pageTitle((length ? `(${length}) ` : '') + t('pageTitle'));
  }

  private get allowed(): boolean {
    return Boolean(this.staff && has(this.staff, 'SUPERVISE'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (!this.allowed) return;
      this.watching.start();
      [this.floor, this.ratings, this.emergencies] = await Promise.all([
        floorNow(),
        satisfaction(),
        emergencies(),
      ]);
      // The page is there without them.
      void wrapUpFigures().then((figures) => (this.wrapUps = figures), () => undefined);
      clearInterval(this.clock);
      this.clock = setInterval(() => void this.look(), EVERY_MS);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async look(): Promise<void> {
    // Danger is heard in a hidden tab too; what is shown stays when one look fails, and says so, the next one comes soon.
    try {
      this.emergencies = await emergencies();
      this.lost = false;
    } catch {
      this.lost = true;
    }
    if (document.visibilityState !== 'visible') return;
    [this.floor, this.ratings] = await Promise.all([
      floorNow().catch(() => this.floor),
      this.looks++ % RATINGS_EVERY ? this.ratings : satisfaction().catch(() => this.ratings),
    ]);
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="supervise"></yw-top-bar>${this.content()}`;
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
    return html`<main class=${this.watched ? 'detail' : ''}>
      <div class="left">
        ${this.lost ? html`<p class="lost" role="alert">${shared('connectionLost')}</p>` : nothing}
        <yw-emergency-list .emergencies=${this.emergencies}></yw-emergency-list>
        <yw-alert-list .held=${this.held ?? []} @watch=${(event: CustomEvent<Held>) => this.watch(event.detail)}></yw-alert-list>
        ${this.wall()}
        <yw-floor .now=${this.floor}></yw-floor>
        ${this.satisfaction()}
        <yw-wrap-up-figures .figures=${this.wrapUps}></yw-wrap-up-figures>
      </div>
      <div class="right">
        ${this.watched
          ? html`<yw-watch-view
              .held=${this.watching.wall.held?.get(this.watched.conversationId) ?? this.watched}
              .watching=${this.watching}
              .beat=${this.beat}
              @back=${this.leave}
              @taken=${(event: CustomEvent<string>) => location.assign(`/agent?conversation=${event.detail}`)}
            ></yw-watch-view>`
          : html`<yw-empty heading=${t('pick')} hint=${t('pickHint')}></yw-empty>`}
      </div>
    </main>`;
  }

  private get held(): Held[] | undefined {
    const { held } = this.watching.wall;
    return held && [...held.values()];
  }

  private wall() {
    const held = this.held;
    const groups = groupsOf(held ?? []);
    const shown = held?.filter((one) => matches(one, { group: this.group, alertsOnly: this.alertsOnly }));
    const filtered = Boolean(this.group || this.alertsOnly);
    return html`<section class="wall" aria-label=${t('inHand')}>
      <div class="row head">
        <h1>${t('inHand')}</h1>
        <span class="spread"></span>
        ${held && shown ? html`<span class="hint">${filtered ? wall('shownOf', { n: shown.length, all: held.length }) : t('count', { n: held.length })}</span>` : nothing}
      </div>
      <div class="row filter">
        ${groups.length || this.group
          ? html`<label class="row"
              ><span class="hint">${wall('group')}</span
              ><select aria-label=${wall('group')} @change=${(event: Event) => (this.group = (event.target as HTMLSelectElement).value)}>
                <option value="" ?selected=${!this.group}>${wall('allGroups')}</option>
                ${[...new Set([...groups, ...(this.group ? [this.group] : [])])].map(
                  (one) => html`<option value=${one} ?selected=${one === this.group}>${one}</option>`,
                )}
              </select></label
            >`
          : nothing}
        <label class="row"
          ><input type="checkbox" .checked=${this.alertsOnly} @change=${(event: Event) => (this.alertsOnly = (event.target as HTMLInputElement).checked)} />${wall(
            'alertsOnly',
          )}</label
        >
        ${this.watching.connection === 'open' ? nothing : html`<span class="hint" role="status">${wall('connecting')}</span>`}
      </div>
      <yw-held-list
        .held=${shown}
        watched=${this.watched?.conversationId ?? ''}
        @watch=${(event: CustomEvent<Held>) => this.watch(event.detail)}
        >${filtered && held?.length
          ? html`<yw-empty heading=${wall('noneFiltered')} hint=${wall('noneFilteredHint')}
              ><button class="button" @click=${this.showAll}>${wall('everything')}</button></yw-empty
            >`
          : nothing}</yw-held-list
      >
    </section>`;
  }

  private showAll(): void {
    this.group = '';
    this.alertsOnly = false;
  }

  private satisfaction() {
    if (!this.ratings) return nothing;
    return html`<section class="ratings">
      <div class="row"><h2>${t('satisfaction')}</h2><span class="spread"></span><a href="/ratings">${t('allRatings')}</a></div>
      ${this.ratings.length === 0 ? html`<p class="hint">${t('noRatings')}</p>` : nothing}
      ${this.ratings.map(
        (one) => html`<div class="row">
          <span class="ellipsis">${one.name ?? t('bot')}</span><span class="spread"></span>
          <strong>${one.average.toFixed(1)}</strong><span class="hint">${t('ratings', { n: one.ratings })}</span>
          ${one.low ? html`<span class="badge warn">${t('low', { n: one.low })}</span>` : nothing}
        </div>`,
      )}
    </section>`;
  }

  private watch(held: Held): void {
    this.watched = held;
    this.watching.watch(held.conversationId, held.epoch);
  }

  private leave(): void {
    this.watched = undefined;
    this.watching.leave();
  }
}
