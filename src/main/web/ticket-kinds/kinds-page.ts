import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ApiError, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import { changeKinds, kinds, kindsHistory, type KindDefinition, type KindsChange, type KindsVersion } from '../tickets/kinds';
import { t } from './i18n';
import { freshId, type KindForm } from './kind-form';

/** Which kinds of tickets there are, with their deadlines and fields: for supervisors, with a history to go back in. */
@customElement('yiwen-ticket-kinds')
export class TicketKindsPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private stored?: KindsVersion;
  @state() private draft: KindDefinition[] = [];
  @state() private changes: KindsChange[] = [];
  @state() private failure = '';
  @state() private problem = '';
  @state() private conflict = false;
  @state() private busy = false;
  private added = new Set<string>();

  static styles = [
    base,
    buttons,
    badges,
    sheet,
    css`
      .head,
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2) var(--yw-space-3);
      }
      .head > div {
        flex: 1 1 20em;
      }
      .foot {
        position: sticky;
        z-index: 2;
        bottom: 0;
        padding: var(--yw-space-3) var(--yw-space-4);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
      }
      .problem {
        flex: 1 1 16em;
        color: var(--yw-urgent-text);
      }
      ol {
        list-style: none;
      }
      ol li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-1) var(--yw-space-3);
        padding: var(--yw-space-2) 0;
        border-top: 1px solid var(--yw-line);
      }
      h2 {
        margin-bottom: var(--yw-space-2);
      }
      @media (max-width: 640px) {
        .button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.leaving);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.leaving);
  }

  updated(): void {
    pageTitle(t('pageTitle'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (has(this.staff, 'ROUTING')) await this.hold(await kinds());
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async hold(version: KindsVersion): Promise<void> {
    Object.assign(this, { stored: version, draft: version.kinds, problem: '', conflict: false });
    this.added.clear();
    this.changes = await kindsHistory();
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="tickets"></yw-top-bar><main>${this.content()}</main>`;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}><button class="button" @click=${() => void this.enter()}>${shared('retry')}</button></yw-empty>`;
    }
    if (this.staff && !has(this.staff, 'ROUTING')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    if (!this.stored) return html`<div class="card"><yw-skeleton lines="8"></yw-skeleton></div>`;
    return html`
      <div class="head">
        <div><h1>${t('title')}</h1><p class="hint">${t('about')}</p></div>
        <a class="button" href="/tickets">${t('back')}</a>
        <button class="button" @click=${this.add}>${icons.plus}${t('add')}</button>
      </div>
      ${repeat(
        this.draft,
        (one) => one.id,
        (one) => html`<yw-kind-form
          .kind=${one}
          ?fresh=${this.added.has(one.id)}
          @kind=${(event: CustomEvent<KindDefinition>) => this.put(event.detail)}
        ></yw-kind-form>`,
      )}
      ${this.foot()} ${this.past()}
    `;
  }

  private foot() {
    const problem = this.conflict ? t('conflict') : this.problem;
    if (this.draft === this.stored?.kinds && !problem) return nothing;
    return html`<div class="foot">
      <span class=${problem ? 'problem' : 'hint'} role=${problem ? 'alert' : 'status'}>${problem || t('unsaved')}</span>
      <span class="spread"></span>
      ${this.conflict
        ? html`<button class="button" @click=${() => void this.enter()}>${t('load')}</button>`
        : html`<button class="button" @click=${() => void this.hold(this.stored!)}>${t('discard')}</button>
            <button class="button primary" name="save" ?disabled=${this.busy} @click=${() => void this.save()}>${t('save')}</button>`}
    </div>`;
  }

  private past() {
    return html`<section class="card" aria-labelledby="history">
      <h2 id="history">${t('history')}</h2>
      <ol>
        ${this.changes.map(
          (one) => html`<li>
            <b>${one.version ? t('version', { n: one.version }) : t('standard')}</b>
            ${one.at ? html`<span class="hint">${one.by ? t('byName', { name: one.by }) : nothing} ${timeElement(one.at)}</span>` : nothing}
            <span class="spread"></span>
            ${one.version === this.stored?.version
              ? html`<span class="badge ok">${t('present')}</span>`
              : html`<button class="button small" @click=${() => void this.restore(one)}>${t('restore')}</button>`}
          </li>`,
        )}
      </ol>
    </section>`;
  }

  private readonly add = () => {
    const id = freshId('K');
    this.added.add(id);
    const respond = this.stored?.kinds.flatMap((one) => one.steps).find((one) => one.id === 'RESPOND')?.label;
    const first = { id: 'RESPOND', label: respond ?? { chinese: t('step', { n: 1 }), english: '' }, minutes: 24 * 60 };
    const label = { chinese: '', english: '' };
    this.draft = [...this.draft, { id, label, forCustomers: false, hours: 'everybody', retired: false, steps: [first], fields: [] }];
    void this.updateComplete.then(() => {
      const form = [...this.renderRoot.querySelectorAll<KindForm>('yw-kind-form')].at(-1);
      void form?.updateComplete.then(() => form.renderRoot.querySelector('input')?.focus());
    });
  };

  private put(kind: KindDefinition): void {
    this.draft = this.draft.map((one) => (one.id === kind.id ? kind : one));
  }

  private async save(): Promise<void> {
    const before = this.stored!;
    if (await this.write(before.version, this.draft)) toast(t('saved'), { undo: () => void this.restore(before) });
  }

  /** A kind that was added since cannot go any more: nobody opens one of it. */
  private async restore(to: KindsVersion): Promise<void> {
    const now = this.stored!;
    const there = new Set(to.kinds.map((one) => one.id));
    const since = now.kinds.filter((one) => !there.has(one.id)).map((one) => ({ ...one, retired: true }));
    if (await this.write(now.version, [...to.kinds, ...since])) {
      toast(to.version ? t('restored', { n: to.version }) : t('restoredStandard'));
    }
  }

  /** Whether it is stored. */
  private async write(known: number, wanted: KindDefinition[]): Promise<boolean> {
    this.busy = true;
    this.problem = '';
    try {
      await this.hold(await changeKinds(known, wanted));
      return true;
    } catch (failure) {
      this.conflict = failure instanceof ApiError && failure.status === 409;
      if (!this.conflict) this.problem = words(failure);
      return false;
    } finally {
      this.busy = false;
    }
  }

  private readonly leaving = (event: BeforeUnloadEvent) => {
    if (this.stored && this.draft !== this.stored.kinds) event.preventDefault();
  };
}

