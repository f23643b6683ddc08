import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { icons } from '../common/icons';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { exact, timeElement } from '../common/time';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import { t } from './i18n';
import './subject-dialogs';
import type { SubjectDialogs } from './subject-dialogs';
import { tableName } from './tables';
import { exported, find, lift, look, reports, retention, sum, type Line, type Report, type Subject } from './subjects';

/** One customer's personal data, for administrators: see, hand out, hold, erase. */
@customElement('yiwen-privacy')
export class PrivacyPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private found?: Subject[];
  @state() private counts = new Map<string, Line[]>();
  @state() private done: Report[] = [];
  @state() private days: Record<string, number> = {};
  private asked = '';
  @query('yw-subject-dialogs') private dialogs!: SubjectDialogs;

  static styles = [
    base,
    buttons,
    fields,
    badges,
    sheet,
    css`
      form {
        display: flex;
        gap: var(--yw-space-3);
        align-items: end;
      }
      form .field {
        flex: 1;
      }
      .subject {
        display: grid;
        gap: var(--yw-space-3);
      }
      .facts,
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-4);
        align-items: baseline;
      }
      .buttons {
        align-items: center;
      }
      .id {
        color: var(--yw-ink-2);
        font-family: var(--yw-font-mono);
        font-size: var(--yw-text-s);
        overflow-wrap: anywhere;
      }
      .tables {
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--yw-space-2) var(--yw-space-4);
        margin: var(--yw-space-3) 0 0;
      }
      dd {
        margin: 0;
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      ul {
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--yw-space-1) var(--yw-space-4);
        padding: var(--yw-space-2) 0;
        border-bottom: 1px solid var(--yw-line);
      }
      li:last-child {
        border: 0;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  updated(): void {
    pageTitle(t('pageTitle'));
  }

  private get allowed(): boolean {
    return Boolean(this.staff && has(this.staff, 'PRIVACY'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (this.allowed) [this.done, this.days] = await Promise.all([reports(), retention()]);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="privacy"></yw-top-bar>
      <main>${this.content()}</main>
      <yw-subject-dialogs @held=${() => void this.search()} @erased=${(event: CustomEvent<Report>) => void this.erased(event.detail)}></yw-subject-dialogs>`;
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
      <h1>${t('heading')}</h1>
      <form role="search" @submit=${this.submit}>
        <label class="field"><span>${t('find')}</span>
          <input type="search" name="q" minlength="2" maxlength="128" required autocomplete="off" placeholder=${t('findHint')} />
        </label>
        <button class="button primary">${icons.search}${t('search')}</button>
      </form>
      <div aria-live="polite">${this.subjects()}</div>
      <section class="card"><h2>${t('reports')}</h2>${this.reports()}</section>
      <section class="card"><h2>${t('retention')}</h2><p class="hint">${t('retentionHint')}</p>
        <dl>${Object.entries(this.days).map(
          ([kind, days]) => html`<dt>${t(`${kind}_kind` as Parameters<typeof t>[0])}</dt><dd>${t('days', { n: days })}</dd>`,
        )}</dl>
      </section>
    `;
  }

  private subjects() {
    if (!this.found) return html`<yw-empty heading=${t('start')} hint=${t('startHint')}></yw-empty>`;
    if (this.found.length === 0) return html`<yw-empty heading=${t('nobody')} hint=${t('nobodyHint')}></yw-empty>`;
    return this.found.map((one) => this.subject(one));
  }

  private subject(one: Subject) {
    const lines = (this.counts.get(one.id) ?? []).filter((line) => line.found > 0);
    return html`<section class="card subject" data-customer=${one.id}>
      <div class="facts">
        <strong>${one.name ?? t('visitor')}</strong>
        ${one.hold ? html`<span class="badge warn" title=${one.hold.reason ?? ''}>${t('held')}</span>` : nothing}
        <span class="hint">${t('id')} <span class="id">${one.id}</span></span>
        ${one.externalId ? html`<span class="hint">${t('externalId')} <span class="id">${one.externalId}</span></span>` : nothing}
        <span class="hint">${t('since')} ${timeElement(one.since)} · ${t('conversations', { n: one.conversations })}</span>
      </div>
      ${one.hold?.reason ? html`<p>${t('held')}：${one.hold.reason}</p>` : nothing}
      <p>${t('count', { n: sum(lines, 'found') })}<br /><span class="tables">${lines.map((line) => `${tableName(line.name)} ${line.found}`).join(' · ')}</span></p>
      <div class="buttons">
        <a class="button" href=${exported(one.id)} download="customer-${one.id}.zip">${icons.file}${t('export')}</a>
        ${one.hold
          ? html`<button class="button" @click=${() => void this.lift(one)}>${t('lift')}</button>`
          : html`<button class="button" @click=${() => this.dialogs.ask(one, false)}>${t('hold')}</button>
              <button class="button danger" @click=${() => this.dialogs.ask(one, true)}>${icons.warning}${t('erase')}</button>`}
      </div>
      <p class="hint">${t('exportHint')}</p>
      <p class="hint">${t('joinedHint')}</p>
    </section>`;
  }

  private reports() {
    if (this.done.length === 0) return html`<p class="hint">${t('noReports')}</p>`;
    return html`<ul>${this.done.slice(0, 20).map(
      (one) => html`<li>
        ${timeElement(one.at, exact)}<span>${t(`what_${one.what}`)}</span>
        ${one.customer ? html`<span class="id">${one.customer}</span>` : nothing}
        <span>${t('rows', { n: sum(one.lines, 'done') })}</span>
        ${sum(one.lines, 'kept') ? html`<span class="hint">${t('kept', { n: sum(one.lines, 'kept') })}</span>` : nothing}
      </li>`,
    )}</ul>`;
  }

  private readonly submit = (event: SubmitEvent) => {
    event.preventDefault();
    this.asked = String(new FormData(event.target as HTMLFormElement).get('q')).trim();
    void this.search();
  };

  private async search(): Promise<void> {
    try {
      const found = await find(this.asked);
      const looked = await Promise.all(found.map((one) => look(one.id)));
      this.counts = new Map(looked.map((one) => [one.customer.id, one.found]));
      this.found = found;
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async lift(one: Subject): Promise<void> {
    try {
      await lift(one.id);
      toast(t('lifted'));
      await this.search();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async erased(report: Report): Promise<void> {
    toast(t('erased', { n: sum(report.lines, 'done') }));
    this.found = this.found?.filter((one) => one.id !== report.customer);
    this.done = await reports();
  }
}
