import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { dialog } from '../../common/dialogs';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import { badges, base, buttons, fields } from '../../common/styles';
import { exact, timeElement } from '../../common/time';
import { toast } from '../../common/toast';
import { stateBadge } from '../marks';
import './snippet-change';
import type { NewValue, SnippetChangeDialog } from './snippet-change';
import { addSnippet, changeSnippet, changesOf, confirmSnippet, forgetSnippets, LONGEST_VALUE, NAME, removeSnippet, snippets, withdrawSnippet, type Snippet, type SnippetChange } from './snippets-api';
import { t } from './text';

/** `<yw-snippets ?publisher ?holds>`: the named values, where each is used, and what became of it. Tells `open` (an article) and `changed`. */
@customElement('yw-snippets')
export class Snippets extends YiwenElement {
  @property({ type: Boolean }) publisher = false;
  /** Whether somebody else must look before customers are told. */
  @property({ type: Boolean }) holds = false;
  @state() private all: Snippet[] = [];
  @state() private fault = '';
  @state() private history: Record<string, SnippetChange[]> = {};
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('[name=name]') private name!: HTMLInputElement;
  @query('[name=value]') private value!: HTMLInputElement;
  @query('yw-snippet-change') private change!: SnippetChangeDialog;

  static styles = [
    base,
    buttons,
    badges,
    fields,
    dialog,
    css`
      :host {
        position: absolute;
      }
      dialog {
        width: min(760px, calc(100vw - 32px));
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        margin: var(--yw-space-3) 0;
      }
      form input {
        flex: 1 1 180px;
        width: auto;
        min-width: 0;
      }
      section {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3) 0;
        border-top: 1px solid var(--yw-line);
      }
      .row {
        flex-wrap: wrap;
      }
      .value {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      code {
        font-family: var(--yw-font-mono);
        font-size: var(--yw-text-s);
      }
      details ul {
        display: grid;
        gap: var(--yw-space-1);
        margin: var(--yw-space-1) 0;
        padding-left: 1.2em;
      }
      li {
        overflow-wrap: anywhere;
      }
      summary {
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
        cursor: pointer;
      }
    `,
  ];

  async show(): Promise<void> {
    this.dialog.showModal();
    await this.read();
  }

  private async read(): Promise<void> {
    forgetSnippets();
    try {
      this.all = await snippets();
      this.history = {};
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  render() {
    return html`<dialog aria-labelledby="title">
        <h2 id="title">${t('snippets')}</h2>
        <p class="hint">${t('hint')}</p>
        ${this.publisher ? nothing : html`<p class="hint">${t('noRight')}</p>`}
        <form @submit=${this.add}>
          <input name="name" maxlength="30" aria-label=${t('name')} placeholder=${t('name')} aria-invalid=${Boolean(this.fault)} />
          <input name="value" maxlength=${LONGEST_VALUE} required aria-label=${t('value')} placeholder=${t('value')} />
          <button class="button" ?disabled=${this.busy}>${icons.plus}${t('add')}</button>
        </form>
        ${this.fault ? html`<p class="problem" role="alert">${this.fault}</p>` : nothing}
        ${this.all.length ? this.all.map((one) => this.snippet(one)) : html`<p class="hint">${t('none')}</p>`}
        <div class="actions"><button class="button" @click=${() => this.dialog.close()}>${t('close')}</button></div>
      </dialog>
      <yw-snippet-change ?holds=${this.holds} ?publisher=${this.publisher} @value=${this.changeTo}></yw-snippet-change>`;
  }

  private snippet(one: Snippet) {
    return html`<section aria-label=${one.name}>
      <div class="row">
        <h3>${one.name}</h3>
        <code>{{${one.name}}}</code>
        <span class="spread"></span>
        ${this.publisher || this.holds
          ? html`<button class="button small" ?disabled=${this.busy} @click=${() => void this.change.show(one)}>${t('change')}</button>`
          : nothing}
        ${this.publisher
          ? html`${one.uses.length
                ? nothing
                : html`<button class="button small danger" ?disabled=${this.busy} @click=${() => void this.takeOut(one)}>${t('remove')}</button>`}`
          : nothing}
      </div>
      <div class="value">${one.value}</div>
      ${this.look(one)}
      ${one.uses.length
        ? html`<details>
            <summary>${t('usedIn', { n: one.uses.length })}</summary>
            <ul>
              ${one.uses.map(
                (use) => html`<li>
                  <a href="/knowledge?article=${use.article}" @click=${(event: Event) => this.open(event, use.article)}>${use.question}</a>
                  ${stateBadge(use.state)}
                </li>`,
              )}
            </ul>
          </details>`
        : html`<span class="hint">${t('unused')}</span>`}
      <details @toggle=${(event: Event) => void this.toggled(event, one)}>
        <summary>${t('history')} · ${one.changedBy} ${timeElement(one.changedAt)}</summary>
        <ul>
          ${(this.history[one.id] ?? []).map(
            (change) => html`<li>
              ${timeElement(change.at)} ${change.author}：${change.before == null ? t('made') : html`<del>${change.before}</del> →`}
              ${change.after}${change.reason ? html`<span class="hint">（${change.reason}）</span>` : nothing}
              ${change.confirmer ? html`<span class="hint">${t('confirmedBy', { name: change.confirmer })}</span>` : nothing}
              ${this.publisher && change.before != null && change.before !== one.value
                ? html`<button class="button quiet small" @click=${() => void this.change.show(one, change.before ?? '', t('backReason', { at: exact(new Date(change.at)).slice(0, 16) }))}>${t('back')}</button>`
                : nothing}
            </li>`,
          )}
        </ul>
      </details>
    </section>`;
  }

  /** What waits for somebody else. */
  private look(one: Snippet) {
    const { proposed } = one;
    if (!proposed && !one.unseenBy) return nothing;
    return html`<div class="row">
      <span class="badge warn">${proposed ? t('proposed') : t('unseen', { name: one.unseenBy ?? '' })}</span>
      ${proposed
        ? html`<span class="value"><del>${one.value}</del> → ${proposed.value}</span>
            <span class="hint">${proposed.by} ${timeElement(proposed.at)}（${proposed.reason}）</span>`
        : nothing}
      <span class="spread"></span>
      ${this.publisher
        ? html`<button class="button small" ?disabled=${this.busy} @click=${() => void this.confirm(one)}>${t(proposed ? 'confirm' : 'looked')}</button>`
        : nothing}
      ${proposed
        ? html`<button class="button small" ?disabled=${this.busy} @click=${() => void this.withdraw(one)}>${t('withdraw')}</button>`
        : nothing}
    </div>`;
  }

  private async confirm(one: Snippet): Promise<void> {
    await this.work(async () => {
      await confirmSnippet(one);
      toast(t(one.proposed ? 'changed' : 'lookedAt', { name: one.name }));
    });
  }

  private async withdraw(one: Snippet): Promise<void> {
    const { proposed } = one;
    await this.work(async () => {
      const fresh = await withdrawSnippet(one);
      toast(t('withdrawn'), {
        undo: () => void this.work(async () => void (await changeSnippet(fresh, proposed?.value ?? one.value, proposed?.reason ?? ''))),
      });
    });
  }

  private open(event: Event, article: string): void {
    event.preventDefault();
    this.dialog.close();
    this.tell('open', article);
  }

  private async toggled(event: Event, one: Snippet): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open || this.history[one.id]) return;
    try {
      this.history = { ...this.history, [one.id]: await changesOf(one.id) };
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private readonly add = async (event: Event) => {
    event.preventDefault();
    const name = this.name.value.trim();
    this.fault = !NAME.test(name) ? t('nameFault') : this.all.some((one) => one.name === name) ? t('taken', { name }) : '';
    if (this.fault) return;
    await this.work(async () => {
      await addSnippet(name, this.value.value);
      this.name.value = '';
      this.value.value = '';
    });
  };

  private readonly changeTo = async (event: CustomEvent<NewValue>) => {
    const { snippet, value, reason, urgent } = event.detail;
    await this.work(async () => {
      const fresh = await changeSnippet(snippet, value, reason, urgent);
      this.change.close();
      if (fresh.proposed) return toast(t('proposedNow', { name: snippet.name }));
      toast(t('changed', { name: snippet.name }), {
        undo: () => void this.work(async () => void (await changeSnippet(fresh, snippet.value, t('undoReason'), urgent))),
      });
    });
  };

  private async takeOut(one: Snippet): Promise<void> {
    await this.work(async () => {
      await removeSnippet(one);
      toast(t('removed', { name: one.name }), { undo: () => void this.work(async () => void (await addSnippet(one.name, one.value))) });
    });
  }

  private async work(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
      this.tell('changed');
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
      await this.read();
    }
  }
}
