import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ApiError, words } from '../common/api';
import { brandOf, type Topic } from '../common/brand';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import '../common/states';
import { badges, base, buttons, fields, tabs } from '../common/styles';
import { toast } from '../common/toast';
import '../common/top-bar';
import { members, type Member } from '../staff/members';
import './groups';
import './health';
import './history';
import { t } from './i18n';
import './people';
import { check, current, save, type Plan, type Version } from './plan';
import './rules';
import { pageStyles } from './styles';
import './trial';

const TABS = ['Rules', 'Groups', 'People', 'Trial', 'History', 'Health'] as const;

/** By what conversations reach agents: a supervisor changes it, tries it, and sees who changed it before. */
@customElement('yiwen-routing')
export class RoutingPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private held?: Version;
  @state() private plan?: Plan;
  @state() private agents: Member[] = [];
  @state() private tab: (typeof TABS)[number] = 'Rules';
  @state() private topics: Topic[] = [];
  @state() private faults: string[] = [];
  /** What may be saved but is hardly meant; saved all the same when it is submitted again. */
  @state() private warnings: string[] = [];
  @state() private failure = '';
  @state() private busy = false;

  static styles = [base, buttons, fields, badges, tabs, pageStyles];

  private readonly keep = (event: BeforeUnloadEvent) => {
    if (this.dirty) event.preventDefault();
  };

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.keep);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.keep);
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (!has(this.staff, 'ROUTING')) return;
      const [held, all, brand] = await Promise.all([current(), members(), brandOf()]);
      this.topics = brand.topics;
      this.agents = all.filter((one) => one.active && one.rights.includes('ANSWER'));
      this.hold(held);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private hold(held: Version): void {
    this.held = held;
    this.plan = held.plan;
    this.faults = [];
    this.warnings = [];
  }

  private get dirty(): boolean {
    return Boolean(this.held) && JSON.stringify(this.plan) !== JSON.stringify(this.held?.plan);
  }

  render() {
    return html`
      <yw-top-bar .staff=${this.staff} current="routing"></yw-top-bar>
      <main>${this.content()}</main>
      ${this.dirty ? this.bar() : nothing}
    `;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (this.staff && !has(this.staff, 'ROUTING')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    if (!this.plan || !this.held) return html`<yw-skeleton lines="9"></yw-skeleton>`;
    return html`
      <div>
        <h1>${shared('routing')}</h1>
        <p class="hint">${this.held.version ? t('version', { n: this.held.version }) : t('standard')}</p>
      </div>
      <div class="tabs" role="tablist">
        ${TABS.map(
          (tab) => html`<button role="tab" aria-selected=${this.tab === tab} @click=${() => (this.tab = tab)}>${t(`tab${tab}`)}</button>`,
        )}
      </div>
      <div role="tabpanel" @plan=${(event: CustomEvent<Plan>) => this.changed(event.detail)}>${this.shownPart(this.plan)}</div>
    `;
  }

  private shownPart(plan: Plan) {
    switch (this.tab) {
      case 'Rules':
        return html`<yw-rules .plan=${plan} .topics=${this.topics}></yw-rules>`;
      case 'Groups':
        return html`<yw-groups .plan=${plan}></yw-groups>`;
      case 'People':
        return html`<yw-people .plan=${plan} .agents=${this.agents}></yw-people>`;
      case 'Trial':
        return html`<yw-trial .plan=${plan} .agents=${this.agents} .topics=${this.topics}></yw-trial>`;
      case 'History':
        return html`<yw-routing-history .version=${this.held?.version}></yw-routing-history>`;
      case 'Health':
        return html`<yw-health></yw-health>`;
    }
  }

  private changed(plan: Plan): void {
    this.plan = plan;
    this.faults = [];
    this.warnings = [];
  }

  private bar() {
    return html`
      <div class="bar" role="region" aria-label=${t('unsaved')}>
        ${this.faults.length
          ? html`<div class="problem" role="alert">${t('faults')}${this.faults.map((it) => html`<br />${it}`)}</div>`
          : nothing}
        ${this.warnings.length
          ? html`<div class="warning" role="alert">${this.warnings.map((it) => html`${it}<br />`)}${t('saveAnyway')}</div>`
          : nothing}
        <form @submit=${this.submitted}>
          <span>${t('unsaved')}</span>
          <input name="note" maxlength="200" autocomplete="off" placeholder=${t('note')} aria-label=${t('note')} />
          <button type="button" class="button" @click=${() => this.held && this.hold(this.held)}>${t('discard')}</button>
          <button class="button primary" ?disabled=${this.busy}>${shared('save')}</button>
        </form>
      </div>
    `;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (!this.plan || !this.held) return;
    this.busy = true;
    try {
      const { faults, warnings } = await check(this.plan);
      const told = warnings.every((it) => this.warnings.includes(it));
      this.faults = faults;
      this.warnings = warnings;
      if (faults.length || !told) return;
      this.hold(await save(this.held.version, this.plan, new FormData(form).get('note') as string));
      toast(t('saved'));
    } catch (failure) {
      this.faults = [failure instanceof ApiError ? failure.message : words(failure)];
    } finally {
      this.busy = false;
    }
  }
}
