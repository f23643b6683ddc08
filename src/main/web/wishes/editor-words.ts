import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ApiError, api, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import { actName, ACTS, type Act } from './acts-text';
import { t } from './i18n';
import { wishStyles } from './styles';

const SHORTEST = 2;

/** The page is as high as the window, a card as what it holds. */
const card = css`
  :host {
    display: block;
    min-height: 0;
  }
`;

/** `act` is of a speech act alone: all words of the other list are a wish. */
interface EditorWord {
  id: string;
  act?: Act;
  words: string;
  by: string;
  at: string;
}

/** In how many conversations of the last 30 days customers said it. */
interface Effect {
  conversations: number;
  of: number;
  examples: string[];
}

interface Trial {
  wish?: boolean;
  act?: Act | null;
  because?: string | string[] | null;
}

/** `<yw-editor-words list ?mayChange>`: words that mean a wish, or that ask nothing; editors add to them, and try what is understood. */
@customElement('yw-editor-words')
export class EditorWords extends YiwenElement {
  @property() list: 'wish-words' | 'speech-acts' = 'wish-words';
  @property({ type: Boolean }) mayChange = false;
  @state() private all?: EditorWord[];
  @state() private failure = '';
  @state() private fault = '';
  @state() private trial?: Trial;
  /** What was to be added, and what it would have done; waits for a yes. */
  @state() private asked?: { words: string; act?: Act; effect: Effect };
  @query('input[name=words]') private words?: HTMLInputElement;
  @query('select') private act?: HTMLSelectElement;

  static styles = [base, buttons, fields, badges, wishStyles, card];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      this.all = await api<EditorWord[]>('GET', `/${this.list}`);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    const label = t(`trial ${this.list}`);
    return html`
      <section class="card">
        <h2>${t(`title ${this.list}`)}</h2>
        <p class="hint">${t(`about ${this.list}`)}</p>
        <form @submit=${this.tryOut}>
          <input name="text" maxlength="500" required aria-label=${label} placeholder=${t(`example ${this.list}`)} />
          <button class="button">${t('try')}</button>
        </form>
        <p class="verdict" role="status">${this.trial ? this.verdict(this.trial) : nothing}</p>
        ${this.mayChange ? this.form() : nothing} ${this.lines()}
      </section>
    `;
  }

  private verdict({ wish, act, because }: Trial): string {
    const telling = [because ?? []].flat().join('、');
    if (act) return t('isAct', { act: actName(act), words: telling });
    return wish ? t('isWish', { words: telling }) : t(`isNone ${this.list}`);
  }

  private form() {
    return html`<form @submit=${this.add} novalidate>
        ${this.list === 'speech-acts'
          ? html`<select name="act" aria-label=${t('act')}>
              ${ACTS.map((act) => html`<option value=${act}>${actName(act)}</option>`)}
            </select>`
          : nothing}
        <input
          name="words"
          maxlength="30"
          aria-label=${t('words')}
          aria-describedby="fault"
          aria-invalid=${this.fault !== ''}
          placeholder=${t(`words ${this.list}`)}
          @input=${() => (this.fault = '')}
        />
        <button class="button primary">${icons.plus}${t('add')}</button>
      </form>
      <p class="fault" id="fault" role="alert">${this.fault}</p>
      ${this.asked ? this.question(this.asked) : nothing}`;
  }

  private question({ words, act, effect: { conversations, of, examples } }: NonNullable<typeof this.asked>) {
    const share = of ? `${((conversations / of) * 100).toFixed(1)}%` : '–';
    return html`<div class="effect" role="alertdialog" aria-label=${words}>
      <b>${t('effect', { words, conversations, of, share })}</b>
      <ul>
        ${examples.map((one) => html`<li>“${one}”</li>`)}
      </ul>
      <div class="row">
        <button class="button primary" @click=${() => void this.save(words, act, true)}>${t('addAnyway')}</button>
        <button class="button" @click=${() => (this.asked = undefined)}>${shared('cancel')}</button>
      </div>
    </div>`;
  }

  private lines() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.load()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (!this.all) return html`<yw-skeleton lines="3"></yw-skeleton>`;
    if (!this.all.length) return html`<yw-empty heading=${t('empty')} hint=${t('emptyHint')}></yw-empty>`;
    return html`<ul>
      ${this.all.map((one) => this.line(one))}
    </ul>`;
  }

  private line(one: EditorWord) {
    return html`<li>
      <b>${one.words}</b>
      ${one.act ? html`<span class="badge">${actName(one.act)}</span>` : nothing}
      <span class="hint">${t('by', { name: one.by })} ${timeElement(one.at)}</span>
      <span class="spread"></span>
      ${this.mayChange
        ? html`<button class="button small quiet" aria-label=${t('removeThis', { words: one.words })} @click=${() => void this.drop(one)}>
            ${t('remove')}
          </button>`
        : nothing}
    </li>`;
  }

  private readonly tryOut = async (event: SubmitEvent) => {
    event.preventDefault();
    const text = new FormData(event.target as HTMLFormElement).get('text') as string;
    if (!text.trim()) return;
    try {
      this.trial = await api<Trial>('POST', `/${this.list}/trial`, { body: { text } });
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  };

  private readonly add = (event: SubmitEvent) => {
    event.preventDefault();
    const text = this.words?.value.trim() ?? '';
    if (text.length < SHORTEST) this.fault = t('tooShort');
    else void this.look(text, this.act?.value as Act | undefined);
    this.words?.focus();
  };

  /** Words that customers use are added after a look at what they would have done. */
  private async look(text: string, act?: Act): Promise<void> {
    this.asked = undefined;
    try {
      const effect = await api<Effect>('POST', '/editor-words/effect', { body: { words: text } });
      if (effect.conversations) this.asked = { words: text, act, effect };
      else await this.save(text, act);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async save(text: string, act?: Act, meant = false): Promise<void> {
    this.asked = undefined;
    try {
      const fresh = await api<EditorWord>('POST', `/${this.list}`, { body: { act, words: text, meant } });
      this.all = [fresh, ...(this.all ?? [])];
      if (this.words) this.words.value = '';
      toast(t('added', { words: fresh.words }), { undo: () => void this.drop(fresh) });
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 409) this.fault = t('taken', { words: text });
      else if (failure instanceof ApiError && failure.status === 400) this.fault = t('tooShort');
      else toast(words(failure), { kind: 'problem' });
    }
  }

  private async drop(one: EditorWord): Promise<void> {
    try {
      await api('DELETE', `/${this.list}/${one.id}`);
      this.all = this.all?.filter((each) => each.id !== one.id);
      toast(t('removed', { words: one.words }), { undo: () => void this.save(one.words, one.act, true) });
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
