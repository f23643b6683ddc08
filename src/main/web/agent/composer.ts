import { html, nothing } from 'lit';
import { composes } from '../common/composing';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import '../common/emoji/emoji-button';
import { ACCEPT } from '../common/files';
import { t as files } from '../common/i18n/files';
import { icons } from '../common/icons';
import { StagedFiles, stagedParts, stagedStyles } from '../common/staged-files';
import { base, buttons, fields } from '../common/styles';
import { composer } from './composer-styles';
import { keep } from './keep';
import type { PhraseMenu } from './phrase-menu';
import './phrase-menu';
import { filled, slashBefore, type Phrase, type Slash } from './phrases';
import { ReplyCheck, type ReplyWarning } from './reply-check';
import { t as minds } from './reply-check-text';
import { t } from './thread-text';
import { t as tools } from './tools-text';

const MAX = 2000;
const TYPING_EVERY_MS = 3000;

/**
 * The reply field, which also takes internal notes and quick phrases. Keeps a draft of each for each conversation.
 * Events: `send` and `note` (detail: text), `typing`, `edit-phrases`, `attach` (detail: files that were seen).
 */
@customElement('yw-composer')
export class Composer extends YiwenElement {
  @property() conversation = '';
  @property() name = '';
  /** The agent's own name, for phrases. */
  @property() agent = '';
  @state() private text = '';
  @state() private noting = false;
  @state() private slash?: Slash;
  @query('textarea') private area!: HTMLTextAreaElement;
  @query('yw-phrase-menu') private menu?: PhraseMenu;
  @query('input[type=file]') private picker!: HTMLInputElement;
  private typedAt = 0;
  private readonly check = new ReplyCheck(() => this.requestUpdate());
  private readonly stagedOf = new Map<string, StagedFiles>();

  static styles = [base, buttons, fields, stagedStyles, composer];

  willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('conversation')) return;
    this.noting = false;
    this.slash = undefined;
    this.text = keep.draft(this.key);
    this.look();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.check.forget();
  }

  focus(): void {
    this.area?.focus();
  }

  toggleNote(): void {
    this.noting = !this.noting;
    this.slash = undefined;
    this.text = keep.draft(this.key);
    this.look();
    void this.updateComplete.then(() => this.focus());
  }

  /** What could not be stored. */
  putBack(text: string): void {
    if (!this.noting) this.toggleNote();
    this.set(this.text ? `${text}\n${this.text}` : text);
  }

  pickFiles(): void {
    this.picker.click();
  }

  /** At the caret, as if typed: the field's own undo takes it back. Suggestions are for the customer, not for notes. */
  async insert(text: string): Promise<void> {
    if (this.noting) this.toggleNote();
    await this.updateComplete;
    this.area.focus();
    const before = this.area.value.slice(0, this.area.selectionStart);
    this.type((before && !/\s$/.test(before) ? '\n' : '') + text);
  }

  render() {
    const left = MAX - this.text.length;
    return html`
      ${this.slash === undefined
        ? nothing
        : html`<yw-phrase-menu
            .slash=${this.slash}
            @phrase=${(e: CustomEvent<Phrase>) => this.choose(e.detail)}
            @edit-phrases=${() => (this.slash = undefined)}
          ></yw-phrase-menu>`}
      <div class="box ${this.noting ? 'noting' : ''}">
        ${this.noting ? nothing : stagedParts(this.staged)}
        <textarea
          rows="2"
          .value=${this.text}
          aria-label=${this.noting ? tools('noteMode') : t('composerLabel')}
          aria-describedby="keys"
          aria-invalid=${left < 0 ? 'true' : 'false'}
          placeholder=${this.noting ? tools('notePlaceholder') : t('placeholder', { name: this.name })}
          enterkeyhint="send"
          @input=${this.changed}
          @keydown=${this.pressed}
          @paste=${this.pasted}
          @blur=${() => (this.slash = undefined)}
        ></textarea>
        <div class="foot row">
          <button class="button quiet small mode" aria-pressed=${this.noting} title="Alt+M" @click=${this.toggleNote}>
            ${this.noting ? tools('replyMode') : tools('noteMode')}
          </button>
          <span id="keys" class="hint keys">${t('composerHint')} · ${tools('phraseHint')}</span>
          <span class="spread"></span>
          ${left < 0
            ? html`<span class="problem" role="alert">${t('tooLong', { max: MAX })}</span>`
            : left < 200
              ? html`<span class="hint">${t('left', { n: left })}</span>`
              : nothing}
          <yw-emoji-button look="quiet small attach" @emoji=${(e: CustomEvent<string>) => this.add(e.detail)}></yw-emoji-button>
          <button
            class="button quiet small attach"
            title="${files('attach')} (Alt+U)"
            @click=${this.pickFiles}
          >
            ${icons.clip}${files('attachShort')}
          </button>
          <button class="button primary small" ?disabled=${!this.ready} @click=${this.send}>
            ${this.noting ? icons.check : icons.send}${this.noting ? tools('saveNote') : t('send')}
          </button>
        </div>
      </div>
      ${this.minded()}
      <input type="file" accept=${ACCEPT} multiple hidden @change=${this.picked} />
    `;
  }

  /** Quiet, and in nobody's way: the reply is sent all the same. */
  private minded() {
    const [first, ...others] = this.check.warnings;
    return html`<p class="minded ${first?.severity === 'GRAVE' ? 'grave' : ''}" role="status">
      ${first
        ? html`<span title=${first.source ? minds('source', { title: first.source.title, revision: first.source.revision }) : ''}
              >${sentence(first)}</span
            >${others.length ? html` <span class="hint">${minds('further', { n: others.length })}</span>` : nothing}`
        : nothing}
    </p>`;
  }

  /** Notes promise a customer nothing. */
  private look(): void {
    if (this.noting) this.check.forget();
    else this.check.look(this.conversation, this.text);
  }

  private get key(): string {
    return this.noting ? `note.${this.conversation}` : this.conversation;
  }

  /** Of each conversation its own, as drafts are. */
  private get staged(): StagedFiles {
    let staged = this.stagedOf.get(this.conversation);
    if (!staged) {
      staged = new StagedFiles(() => this.requestUpdate());
      this.stagedOf.set(this.conversation, staged);
    }
    return staged;
  }

  private get ready(): boolean {
    const files = !this.noting && this.staged.list.length > 0;
    return this.text.length <= MAX && (files || this.text.trim().length > 0);
  }

  private set(text: string): void {
    this.text = text;
    this.area.value = text;
    keep.setDraft(this.key, text);
    this.look();
  }

  private type(text: string): void {
    if (!document.execCommand('insertText', false, text)) {
      this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, 'end');
      this.changed();
    }
    this.area.scrollTop = this.area.scrollHeight;
  }

  private changed(): void {
    this.set(this.area.value);
    this.slash = slashBefore(this.text.slice(0, this.area.selectionStart));
    if (this.text && !this.noting && this.slash === undefined && Date.now() - this.typedAt > TYPING_EVERY_MS) {
      this.typedAt = Date.now();
      this.tell('typing');
    }
  }

  private pressed(event: KeyboardEvent): void {
    if (composes(event)) return;
    if (this.slash !== undefined && this.menu?.take(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    this.send();
  }

  private choose(phrase: Phrase): void {
    const end = this.area.selectionStart;
    this.area.setSelectionRange(end - (this.slash?.typed.length ?? 0) - 1, end);
    this.slash = undefined;
    this.type(filled(phrase.text, this.name, this.agent));
  }

  private send(): void {
    if (!this.ready) return;
    const text = this.text.trim();
    this.set('');
    this.typedAt = 0;
    if (!this.noting && this.staged.list.length > 0) this.tell('attach', this.staged.take());
    if (text) this.tell(this.noting ? 'note' : 'send', text);
    this.area.focus();
  }

  /** As an emoji is: where the caret was. */
  private add(sign: string): void {
    this.area.setRangeText(sign, this.area.selectionStart, this.area.selectionEnd, 'end');
    this.changed();
  }

  /** Files are for the customer, not for notes. */
  async stage(files: File[]): Promise<void> {
    if (files.length === 0) return;
    if (this.noting) this.toggleNote();
    this.staged.add(files);
    await this.updateComplete;
    this.focus();
  }

  private picked(): void {
    void this.stage([...(this.picker.files ?? [])]);
    this.picker.value = '';
  }

  private pasted(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) event.preventDefault();
    void this.stage(files);
  }
}

function sentence({ kind, said, should }: ReplyWarning): string {
  return kind === 'forbidden' && !should ? minds('forbiddenAlone', { said }) : minds(kind, { said, should });
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-composer': Composer;
  }
}
