import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { icons } from '../common/icons';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { exact, timeElement } from '../common/time';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import { ANY, exported, list, people, verify, type Entry, type Filter, type Page, type Person, type Verdict } from './entries';
import { detail, shortAddress } from './details';
import { t } from './i18n';
import { kindName, kinds } from './kinds';
import { auditStyles } from './styles';

/** Who did what: for administrators, newest first. */
@customElement('yiwen-audit')
export class AuditPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private filter: Filter = { ...ANY, ...Object.fromEntries(new URLSearchParams(location.search)) };
  @state() private page?: Page;
  @state() private people: Person[] = [];
  @state() private verdict?: Verdict;

  static styles = [base, buttons, fields, badges, auditStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  updated(): void {
    pageTitle(t('pageTitle'));
  }

  private get allowed(): boolean {
    return Boolean(this.staff && has(this.staff, 'AUDIT'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (!this.allowed) return;
      this.people = await people();
      await this.load();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async load(): Promise<void> {
    const { filter } = this;
    const page = await list(filter);
    if (filter === this.filter) this.page = page;
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="audit"></yw-top-bar><main>${this.content()}</main>`;
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
      <div class="row">
        <h1>${t('heading')}</h1>
        <span class="spread"></span>
        <button class="button small" @click=${() => void this.check()}>${icons.check}${t('verify')}</button>
        <a class="button small" href=${exported(this.filter, 'jsonl')} download="audit.jsonl">${icons.file}${t('jsonLines')}</a>
        <a class="button small" href=${exported(this.filter, 'cef')} download="audit.cef">${icons.file}${t('cef')}</a>
      </div>
      <p class="hint">${t('about')}</p>
      <div role="status" class="verdict">${this.verdict ? this.said(this.verdict) : nothing}</div>
      ${this.filters()}
      ${this.page ? this.found(this.page) : html`<yw-skeleton lines="8"></yw-skeleton>`}
    `;
  }

  private said(verdict: Verdict) {
    return verdict.whole
      ? html`<span class="badge ok">${icons.check}${t('wholeShort')}</span> ${t('whole', { n: verdict.rows })}
          <code>${verdict.head}</code>`
      : html`<span class="badge urgent">${icons.warning}${t('broken', { n: verdict.broken ?? 0 })}</span>`;
  }

  private filters() {
    const { filter } = this;
    const field = (name: keyof Filter) => (event: Event) =>
      this.set({ [name]: (event.target as HTMLInputElement | HTMLSelectElement).value.trim() });
    const option = (value: string, text: string, chosen: string) =>
      html`<option value=${value} ?selected=${value === chosen}>${text}</option>`;
    return html`<div class="filters" role="search">
      <label class="field"><span>${t('kind')}</span>
        <select name="kind" @change=${field('kind')}>
          ${option('', t('anyKind'), filter.kind)} ${kinds.map((kind) => option(kind, kindName(kind), filter.kind))}
        </select>
      </label>
      <label class="field"><span>${t('actor')}</span>
        <select name="actor" @change=${field('actor')}>
          ${option('', t('anybody'), filter.actor)} ${this.people.map((one) => option(one.id, one.name, filter.actor))}
        </select>
      </label>
      <label class="field"><span>${t('from')}</span>
        <input type="date" name="from" .value=${filter.from} max=${filter.to || nothing} @change=${field('from')} />
      </label>
      <label class="field"><span>${t('to')}</span>
        <input type="date" name="to" .value=${filter.to} min=${filter.from || nothing} @change=${field('to')} />
      </label>
      <label class="field subject"><span>${t('subject')}</span>
        <input type="search" name="subject" maxlength="200" placeholder=${t('subjectHint')} .value=${filter.subject} @change=${field('subject')} />
      </label>
    </div>`;
  }

  private found(page: Page) {
    if (page.entries.length === 0) {
      return html`<section class="card list"><yw-empty heading=${t('none')} hint=${t('noneHint')}>
        <button class="button" @click=${() => this.set(ANY)}>${t('clear')}</button>
      </yw-empty></section>`;
    }
    return html`<section class="card list" aria-live="polite">
      <ul aria-label=${t('heading')}>
        <li class="head" aria-hidden="true"><span>${t('at')}</span><span>${t('what')}</span><span>${t('actor')}</span><span>${t('subject')}</span></li>
        ${repeat(page.entries, (one) => one.number, (one) => this.line(one))}
      </ul>
      <div class="foot">
        ${page.next
          ? html`<button class="button" @click=${() => void this.more(page)}>${t('more')}</button>`
          : html`<span class="hint">${t('all')}</span>`}
      </div>
    </section>`;
  }

  private line(one: Entry) {
    const details = Object.entries(one.details).map(([name, value]) => detail(name, value));
    if (one.address) details.push(`${t('address')}：${shortAddress(one.address)}`);
    return html`<li data-number=${one.number}>
      ${timeElement(one.at, exact)}
      <span>${kindName(one.kind)}</span>
      <span>${one.actor ? this.nameOf(one.actor) : html`<span class="hint">${t('nobody')}</span>`}</span>
      <span class="of"><span class="id">${one.subject}</span>
        ${details.length ? html`<div class="details">${details.join(' · ')}</div>` : nothing}
      </span>
    </li>`;
  }

  private nameOf(id: string): string {
    return this.people.find((one) => one.id === id)?.name ?? id.slice(0, 8);
  }

  private set(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.load().catch((failure) => toast(words(failure), { kind: 'problem' }));
  }

  private async more(page: Page): Promise<void> {
    try {
      const next = await list(this.filter, page.next);
      if (page === this.page) this.page = { ...next, entries: [...page.entries, ...next.entries] };
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async check(): Promise<void> {
    try {
      this.verdict = await verify();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
