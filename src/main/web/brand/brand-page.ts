import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, ApiError, words } from '../common/api';
import { keepBrand, type Brand } from '../common/brand';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import '../common/top-bar';
import './brand-form';
import { faultIn } from './faults';
import './history';
import { t } from './i18n';
import './preview';
import { change, settings, type Change, type Stored, type Version } from './settings';
import { brandStyles } from './styles';

/** What the company and its bot are called and look like: administrators write it and see at once what customers will see. */
@customElement('yiwen-brand')
export class BrandPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private stored?: Version;
  @state() private draft?: Stored;
  @state() private failure = '';
  @state() private fault = '';
  @state() private conflict = false;
  @state() private busy = false;

  static styles = [base, buttons, badges, sheet, brandStyles];

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.leaving);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.leaving);
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (this.mayChange) this.hold(await settings());
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private get mayChange(): boolean {
    return Boolean(this.staff && has(this.staff, 'SETTINGS'));
  }

  private get unsaved(): boolean {
    return !!this.draft && this.draft !== this.stored?.brand;
  }

  render() {
    return html`
      <yw-top-bar .staff=${this.staff} current="brand"></yw-top-bar>
      <main>${this.content()}</main>
    `;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (this.staff && !this.mayChange) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    if (!this.draft || !this.stored) return html`<div class="card"><yw-skeleton lines="8"></yw-skeleton></div>`;
    return html`
      <div>
        <h1>${t('title')}</h1>
        <p class="hint">${t('about')}</p>
        ${this.stored.brand.example ? html`<p class="warned">${t('example')}</p>` : nothing}
      </div>
      <div class="sides">
        <yw-brand-form .brand=${this.draft} @brand=${({ detail }: CustomEvent<Stored>) => (this.draft = detail)}></yw-brand-form>
        <yw-brand-preview .brand=${this.draft}></yw-brand-preview>
      </div>
      ${this.foot()}
      <yw-brand-history .version=${this.stored.version} @restore=${({ detail }: CustomEvent<Change>) => void this.restore(detail)}></yw-brand-history>
    `;
  }

  private foot() {
    const problem = this.conflict ? t('conflict') : this.fault;
    if (!this.unsaved && !problem) return nothing;
    return html`<div class="foot">
      <span class=${problem ? 'problem' : 'hint'} role=${problem ? 'alert' : 'status'}>${problem || t('unsaved')}</span>
      <span class="spread"></span>
      ${this.conflict
        ? html`<button class="button" @click=${() => void this.enter()}>${t('load')}</button>
            <button class="button danger" @click=${() => void this.overwrite()}>${t('overwrite')}</button>`
        : html`<button class="button" @click=${() => this.hold(this.stored!)}>${t('discard')}</button>
            <button class="button primary" name="save" ?disabled=${this.busy} @click=${() => void this.save()}>${t('save')}</button>`}
    </div>`;
  }

  private hold(version: Version): void {
    this.stored = version;
    this.draft = version.brand;
    this.conflict = false;
    this.fault = '';
  }

  private async save(): Promise<void> {
    const draft = { ...this.draft!, example: false };
    this.fault = faultIn(draft);
    if (this.fault) return;
    const before = this.stored!;
    if (await this.write(before.version, draft)) toast(t('saved'), { undo: () => void this.back(before) });
  }

  private async restore(to: Change): Promise<void> {
    const before = this.stored!;
    if (await this.write(before.version, to.brand)) toast(t('restored', { n: to.version }), { undo: () => void this.back(before) });
  }

  private async back(to: Version): Promise<void> {
    if (await this.write(this.stored!.version, to.brand)) toast(t('restored', { n: to.version }));
  }

  private async overwrite(): Promise<void> {
    const now = await settings();
    this.conflict = false;
    this.stored = now;
    await this.save();
  }

  /** Whether it is stored. */
  private async write(known: number, brand: Stored): Promise<boolean> {
    this.busy = true;
    this.fault = '';
    try {
      this.hold(await change(known, brand));
      keepBrand(await api<Brand>('GET', '/brand'));
      return true;
    } catch (failure) {
      this.conflict = failure instanceof ApiError && failure.status === 409;
      if (!this.conflict) this.fault = words(failure);
      return false;
    } finally {
      this.busy = false;
    }
  }

  private readonly leaving = (event: BeforeUnloadEvent) => {
    if (this.unsaved) event.preventDefault();
  };
}
