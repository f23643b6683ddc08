import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ApiError, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as common } from '../common/i18n/common';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { dialog } from '../common/dialogs';
import { phrases, removePhrase, savePhrase, type Phrase } from './phrases';
import { t } from './tools-text';

/** Where agents edit their own phrases, and supervisors the team's. */
@customElement('yw-phrase-dialog')
export class PhraseDialog extends YiwenElement {
  @property({ type: Boolean }) supervisor = false;
  @state() private all: Phrase[] = [];
  @state() private editing?: Partial<Phrase>;
  @state() private problem = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    badges,
    fields,
    dialog,
    css`
      ul {
        max-height: 44dvh;
        overflow-y: auto;
        list-style: none;
      }
      li {
        display: flex;
        gap: var(--yw-space-2);
        align-items: center;
        padding: var(--yw-space-1) 0;
        border-bottom: 1px solid var(--yw-line);
      }
      li span:nth-child(2) {
        flex: 1;
        min-width: 0;
      }
      kbd {
        min-width: 3.5em;
        color: var(--yw-accent-text);
        font: inherit;
      }
      form {
        display: grid;
        gap: var(--yw-space-3);
      }
    `,
  ];

  async open(): Promise<void> {
    this.editing = undefined;
    this.dialog.showModal();
    await this.load();
  }

  render() {
    return html`<dialog aria-labelledby="phrases">
      <h2 id="phrases">${t('phraseTitle')}</h2>
      ${this.editing ? this.form(this.editing) : this.list()}
    </dialog>`;
  }

  private list() {
    return html`
      <ul>
        ${this.all.map(
          (one) => html`<li>
            <kbd>/${one.shortcut}</kbd><span class="ellipsis" title=${one.text}>${one.text}</span>
            <span class="badge">${one.shared ? t('phraseShared') : t('phraseMine')}</span>
            ${this.mayEdit(one)
              ? html`<button class="button small quiet" @click=${() => (this.editing = one)}>${t('phraseEdit')}</button>
                  <button class="button small quiet" @click=${() => void this.drop(one)}>${t('phraseRemove')}</button>`
              : nothing}
          </li>`,
        )}
      </ul>
      <div class="actions">
        <button class="button" @click=${() => this.dialog.close()}>${common('close')}</button>
        <button class="button primary" autofocus @click=${() => (this.editing = {})}>${t('phraseAdd')}</button>
      </div>
    `;
  }

  private form(phrase: Partial<Phrase>) {
    return html`<form @submit=${this.save}>
      <label class="field"
        ><span>${t('phraseShortcut')}</span
        ><input name="shortcut" required maxlength="16" .value=${phrase.shortcut ?? ''} title=${t('phraseShortcutRule')}
      /></label>
      <label class="field"
        ><span>${t('phraseText')}</span
        ><textarea name="text" rows="4" required maxlength="2000" .value=${phrase.text ?? ''}></textarea
      ></label>
      <p class="hint">${t('phraseTextHint')}</p>
      ${this.supervisor && !phrase.id
        ? html`<label><input type="checkbox" name="shared" /> ${t('phraseForTeam')}</label>`
        : nothing}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <div class="actions">
        <button type="button" class="button" @click=${() => (this.editing = undefined)}>${common('cancel')}</button>
        <button class="button primary">${common('save')}</button>
      </div>
    </form>`;
  }

  private mayEdit(phrase: Phrase): boolean {
    return !phrase.shared || this.supervisor;
  }

  private async load(): Promise<void> {
    try {
      this.all = await phrases();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const shared = this.editing?.shared ?? data.has('shared');
    this.problem = '';
    try {
      await savePhrase({ id: this.editing?.id, shortcut: text('shortcut').replace(/^\//, ''), text: text('text'), shared });
      this.editing = undefined;
      await this.load();
    } catch (failure) {
      const status = failure instanceof ApiError ? failure.status : 0;
      this.problem = status === 409 ? t('phraseTaken') : status === 400 ? t('phraseShortcutRule') : words(failure);
    }
  }

  /** Taken back by storing it again. */
  private async drop(phrase: Phrase): Promise<void> {
    try {
      await removePhrase(phrase.id);
      toast(t('phraseRemoved', { shortcut: phrase.shortcut }), { undo: () => void this.restore(phrase) });
      await this.load();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async restore({ shortcut, text, shared }: Phrase): Promise<void> {
    await savePhrase({ shortcut, text, shared }).catch((failure) => toast(words(failure), { kind: 'problem' }));
    await this.load();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-phrase-dialog': PhraseDialog;
  }
}
