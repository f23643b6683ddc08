import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import '../common/knowledge-nav';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/states';
import { base, buttons, fields, tabs } from '../common/styles';
import { toast } from '../common/toast';
import '../common/top-bar';
import { bars } from './bars';
import './gap-card';
import './phrasing-suggestions';
import { loadColleagues, loadCoverage, loadGaps, mine, openSince, STATES, type Colleague, type Coverage, type Gap, type GapState } from './gaps';
import { t } from './i18n';
import { gapStyles } from './styles';

const TARGET = 92;

/** What customers ask and nobody answers, from open to answered. */
@customElement('yiwen-gaps')
export class GapsPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private gaps?: Gap[];
  @state() private coverage: Coverage[] = [];
  @state() private shown: GapState = 'OPEN';
  @state() private colleagues: Colleague[] = [];
  @state() private whose: '' | 'mine' | 'nobody' = '';
  @state() private order: 'asked' | 'age' = 'asked';
  @state() private mining = false;

  static styles = [base, buttons, fields, tabs, sheet, gapStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (!has(this.staff, 'EDIT')) return;
      [this.gaps, this.coverage, this.colleagues] = await Promise.all([loadGaps(), loadCoverage(), loadColleagues()]);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`
      <yw-top-bar .staff=${this.staff} current="knowledge"></yw-top-bar>
      <main>${this.content()}</main>
    `;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (this.staff && !has(this.staff, 'EDIT')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    if (!this.gaps) return html`<div class="card"><yw-skeleton lines="6"></yw-skeleton></div>`;
    const shown = this.chosen(this.gaps);
    return html`
      <yw-knowledge-nav current="gaps"></yw-knowledge-nav>
      <div class="head">
        <h1>${t('title')}</h1>
        <span class="spread"></span>
        <button class="button" ?disabled=${this.mining} @click=${this.mine}>${this.mining ? t('mining') : t('mine')}</button>
      </div>
      <p class="hint">${t('about')}</p>
      ${this.covered()}
      <yw-phrasing-suggestions></yw-phrasing-suggestions>
      <div class="tabs" role="tablist">
        ${STATES.map(
          (one) => html`<button
            role="tab"
            id=${`tab-${one}`}
            aria-controls="gaps"
            aria-selected=${one === this.shown}
            tabindex=${one === this.shown ? 0 : -1}
            @click=${() => (this.shown = one)}
            @keydown=${this.move}
          >
            ${t(one)} ${this.gaps?.filter((gap) => gap.state === one).length || nothing}
          </button>`,
        )}
      </div>
      ${this.choices()}
      <div id="gaps" role="tabpanel" aria-labelledby=${`tab-${this.shown}`}>
        <ul>
          ${repeat(
            shown,
            (one) => one.id,
            (one) => html`<li><yw-gap .gap=${one} me=${this.staff?.name ?? ''} .colleagues=${this.colleagues} @changed=${(event: CustomEvent<Gap>) => this.changed(event.detail)}></yw-gap></li>`,
          )}
        </ul>
        ${shown.length ? nothing : html`<yw-empty heading=${t('none')} hint=${this.shown === 'OPEN' ? t('noneOPEN') : t('noneHint')}></yw-empty>`}
      </div>
    `;
  }

  private chosen(gaps: Gap[]): Gap[] {
    const me = this.staff?.name;
    const shown = gaps.filter((one) => one.state === this.shown && (!this.whose || (this.whose === 'mine' ? one.owner === me : !one.owner)));
    return this.order === 'age' ? [...shown].sort((a, b) => openSince(a).localeCompare(openSince(b))) : shown;
  }

  private choices() {
    return html`<div class="row choices">
      <select aria-label=${t('whose')} @change=${(event: Event) => (this.whose = (event.target as HTMLSelectElement).value as typeof this.whose)}>
        <option value="">${t('everybodys')}</option>
        <option value="mine">${t('mineOnly')}</option>
        <option value="nobody">${t('nobodys')}</option>
      </select>
      <select aria-label=${t('orderBy')} @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as typeof this.order)}>
        <option value="asked">${t('mostAsked')}</option>
        <option value="age">${t('oldest')}</option>
      </select>
    </div>`;
  }

  private covered() {
    const asked = sum(this.coverage, 'asked');
    const answered = sum(this.coverage, 'answered');
    const share = (one: { asked: number; answered: number }) => Math.round((100 * one.answered) / Math.max(1, one.asked));
    return html`<section class="card" aria-label=${t('coverage')}>
      <h2>${t('coverage')}</h2>
      ${asked
        ? html`<div class="coverage">
              <strong>${share({ asked, answered })}%</strong>
              ${this.coverage.length < 2 ? nothing : bars(
                this.coverage.map((one) => ({ height: share(one), title: t('coverageDay', { ...one, share: share(one) }) })),
                this.coverage.map((one) => t('coverageDay', { ...one, share: share(one) })).join('; '),
                'tall',
                100,
              )}
            </div>
            <p class="hint">${t('coverageHint', { asked, answered, target: TARGET })}</p>`
        : html`<p class="hint">${t('coverageNone')}</p>`}
    </section>`;
  }

  private async mine(): Promise<void> {
    this.mining = true;
    try {
      this.gaps = await mine();
      this.coverage = await loadCoverage();
      toast(t('mined'));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.mining = false;
    }
  }

  private changed(gap: Gap): void {
    this.gaps = this.gaps?.map((one) => (one.id === gap.id ? gap : one));
  }

  private move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    this.shown = STATES[(STATES.indexOf(this.shown) + step + STATES.length) % STATES.length];
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${this.shown}`)?.focus());
  }
}

function sum(coverage: Coverage[], what: 'asked' | 'answered'): number {
  return coverage.reduce((total, one) => total + one[what], 0);
}
