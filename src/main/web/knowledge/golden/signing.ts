import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { ApiError, words } from '../../common/api';
import { formDialog } from '../../common/dialogs';
import { YiwenElement } from '../../common/element';
import { base, buttons, fields } from '../../common/styles';
import { check, sign, type Check } from './golden-api';
import { outcome } from './outcome';
import { t } from './text';

/** `<yw-signing>`: shows which golden questions publishing breaks, and takes a signature. */
@customElement('yw-signing')
export class Signing extends YiwenElement {
  @state() private found?: Check;
  @state() private fault = '';
  @state() private busy = false;
  @query('dialog') private dialog?: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  private articles: string[] = [];
  private answer?: (signed: boolean) => void;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      :host {
        position: absolute;
      }
      ul {
        display: grid;
        gap: var(--yw-space-2);
        max-height: 40vh;
        overflow-y: auto;
        list-style: none;
      }
      li {
        padding: var(--yw-space-2) var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-warn-soft);
        overflow-wrap: anywhere;
      }
      li label {
        display: flex;
        gap: var(--yw-space-2);
        align-items: baseline;
        min-height: 28px;
      }
      li input {
        flex: none;
        width: auto;
      }
    `,
  ];

  /** Whether it was signed. @param day on which they go live */
  async ask(articles: string[], day?: string): Promise<boolean> {
    this.articles = articles;
    this.fault = '';
    this.found = await check(articles, day);
    await this.updateComplete;
    this.form.reset();
    this.dialog?.showModal();
    return new Promise((resolve) => (this.answer = resolve));
  }

  render() {
    const { found } = this;
    if (!found) return nothing;
    return html`<dialog aria-labelledby="title" @close=${() => this.finish(false)}>
      <form @submit=${this.submit} @change=${() => (this.fault = '')}>
        <h2 id="title">${t('signTitle')}</h2>
        <p class="hint">${t('signHint')}</p>
        <ul tabindex="0" aria-labelledby="title">
          ${found.broken.map(
            (one) => html`<li>
              <label><input type="checkbox" name="seen" ?checked=${one.signed} /><span>${one.asked}</span></label>
              <div class="hint">${t('was', { what: outcome(one.now, found.articles) })} → ${t('becomes', { what: outcome(one.then, found.articles) })}</div>
            </li>`,
          )}
        </ul>
        ${found.failing.length ? html`<p class="hint">${t('alreadyFailing', { n: found.failing.length })}</p>` : nothing}
        <label class="field"><span>${t('signReason')}</span><textarea name="reason" rows="2" maxlength="1000"></textarea></label>
        ${this.fault ? html`<p class="problem" role="alert">${this.fault}</p>` : nothing}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog?.close()}>${t('cancel')}</button>
          <button class="button danger" ?disabled=${this.busy}>${t('signPublish')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const data = new FormData(this.form);
    const reason = String(data.get('reason') ?? '').trim();
    const broken = this.found?.broken ?? [];
    if (data.getAll('seen').length < broken.length) return void (this.fault = t('signAll'));
    if (!reason) return void (this.fault = t('signReasonNeeded'));
    this.busy = true;
    try {
      if (broken.length) await sign(this.articles, 'GOLDEN', broken.map((one) => one.question), reason);
      this.finish(true);
    } catch (failure) {
      this.fault = words(failure);
    } finally {
      this.busy = false;
    }
  };

  private finish(signed: boolean): void {
    const { answer } = this;
    this.answer = undefined;
    if (this.dialog?.open) this.dialog.close();
    answer?.(signed);
  }
}

/** Publishes; what breaks golden questions is looked at and signed first, else it fails as it was refused. */
export async function signedFor<T>(signing: Signing, articles: string[], publish: () => Promise<T>, day?: string): Promise<T> {
  try {
    return await publish();
  } catch (failure) {
    if (!isRefused(failure, 'golden-broken') || !(await signing.ask(articles, day))) throw failure;
    return publish();
  }
}

export function isRefused(failure: unknown, why: 'golden-broken' | 'impact-unsigned'): boolean {
  return failure instanceof ApiError && Boolean(failure.problem?.type?.endsWith(`:${why}`));
}
