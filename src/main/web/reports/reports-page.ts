import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { dialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { icons } from '../common/icons';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/states';
import { base, buttons, fields } from '../common/styles';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import { dayText } from '../common/zone';
import { periodName, t } from './i18n';
import './report-list';
import './report-paper';
import { make, paper, pdf, periods, remove, reports, standing, type Paper, type Report, type Standing } from './reports';
import './schedule-form';

const SOON = 1000;

/** The reports that are kept: make one now, read one, print it. The address says which is open. */
@customElement('yiwen-reports')
export class ReportsPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private reports?: Report[];
  @state() private paper?: Paper;
  @state() private open = '';
  @state() private kind: Report['kind'] = 'MONTH';
  @state() private standing?: Standing;
  @state() private going?: Report;
  @query('dialog') private sure!: HTMLDialogElement;
  private clock?: ReturnType<typeof setTimeout>;
  private readonly back = () => void this.follow();

  static styles = [
    base,
    buttons,
    fields,
    sheet,
    dialog,
    css`
      .make {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-3);
        align-items: end;
      }
      .make .field > select {
        height: 38px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        align-items: center;
      }
      @media (max-width: 640px) {
        .make > * {
          flex: 1 1 100%;
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.back);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.back);
    clearTimeout(this.clock);
  }

  updated(): void {
    pageTitle(t('pageTitle'));
  }

  private get reads(): boolean {
    return Boolean(this.staff && has(this.staff, 'SUPERVISE'));
  }

  private get removes(): boolean {
    return Boolean(this.staff && has(this.staff, 'SETTINGS'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (this.reads || this.removes) {
        [this.standing] = await Promise.all([standing(), this.look(), this.follow()]);
      }
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  /** Again while one is being made. */
  private async look(): Promise<void> {
    clearTimeout(this.clock);
    const before = this.reports ?? [];
    this.reports = await reports();
    const done = before.some((one) => one.state === 'MAKING' && this.reports!.find((now) => now.id === one.id)?.state === 'READY');
    if (done) toast(t('made'));
    if (this.reports.some((one) => one.state === 'MAKING')) this.clock = setTimeout(() => void this.look().catch(() => {}), SOON);
  }

  /** To the report that the address names. */
  private async follow(): Promise<void> {
    const wanted = new URLSearchParams(location.search).get('report') ?? '';
    this.open = wanted;
    this.paper = undefined;
    if (!wanted || !this.reads) return;
    try {
      const found = await paper(wanted);
      if (this.open === wanted) this.paper = found;
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
      this.open = '';
    }
  }

  private go(id: string): void {
    history.pushState(null, '', id ? `/reports?report=${id}` : '/reports');
    void this.follow();
    scrollTo(0, 0);
  }

  private async make(period: string): Promise<void> {
    try {
      await make(period);
      await this.look();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async removeIt(): Promise<void> {
    const { going } = this;
    this.sure.close();
    if (!going) return;
    try {
      await remove(going.id);
      toast(t('removed'));
      await this.look();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="reports"></yw-top-bar><main>${this.content()}</main>
      <dialog aria-labelledby="sure">
        <h2 id="sure">${this.going ? `${t(this.going.kind)} · ${periodName(this.going.period)}` : ''}</h2>
        <p>${t('removeSure')}</p>
        <div class="actions">
          <button class="button" @click=${() => this.sure.close()}>${t('keep')}</button>
          <button class="button danger" @click=${() => void this.removeIt()}>${t('remove')}</button>
        </div>
      </dialog>`;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}><button class="button" @click=${() => void this.enter()}>${shared('retry')}</button></yw-empty>`;
    }
    if (this.staff && !this.reads && !this.removes) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint')}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    if (this.open) return this.opened();
    return html`<h1>${t('heading')}</h1>
      ${this.reads ? this.making() : this.staff ? html`<p class="hint">${t('adminOnly')}</p>` : nothing}
      <section class="card" aria-label=${t('all')}>
        ${this.reports
          ? html`<yw-report-list
              .reports=${this.reports}
              ?reads=${this.reads}
              ?removes=${this.removes}
              @open=${(event: CustomEvent<Report>) => this.go(event.detail.id)}
              @again=${(event: CustomEvent<Report>) => void this.make(event.detail.period)}
              @remove=${(event: CustomEvent<Report>) => {
                this.going = event.detail;
                this.sure.showModal();
              }}
            ></yw-report-list>`
          : html`<yw-skeleton lines="4"></yw-skeleton>`}
      </section>
      ${this.standing
        ? html`<section class="card" aria-label=${t('plan')}>
            <h2>${t('plan')}</h2>
            <yw-schedule-form .standing=${this.standing} @planned=${(event: CustomEvent<Standing>) => (this.standing = event.detail)}></yw-schedule-form>
          </section>`
        : nothing}`;
  }

  private making() {
    return html`<form
      class="make"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.make(String(new FormData(event.target as HTMLFormElement).get('period')));
      }}
    >
      <label class="field"><span>${t('kind')}</span>
        <select name="kind" @change=${(event: Event) => (this.kind = (event.target as HTMLSelectElement).value as Report['kind'])}>
          <option value="MONTH">${t('MONTH')}</option>
          <option value="QUARTER">${t('QUARTER')}</option>
        </select>
      </label>
      <label class="field"><span>${t('period')}</span>
        <select name="period">
          ${periods(dayText(new Date()), this.kind).map((one, i) => html`<option value=${one} ?selected=${i === 1}>${periodName(one)}</option>`)}
        </select>
      </label>
      <button class="button primary">${t('make')}</button>
    </form>`;
  }

  private opened() {
    return html`<div class="head">
        <button class="button small" @click=${() => this.go('')}>${t('back')}</button>
        <span class="spread"></span>
        <a class="button small" href=${pdf(this.open)} download>${icons.file}${t('pdf')}</a>
      </div>
      <div class="card">
        ${this.paper ? html`<yw-report-paper .paper=${this.paper}></yw-report-paper>` : html`<yw-skeleton lines="12"></yw-skeleton>`}
      </div>`;
  }
}
