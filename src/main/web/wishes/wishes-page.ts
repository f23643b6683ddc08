import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { ApiError, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import '../common/top-bar';
import { t } from './i18n';
import './speech-acts';
import { wishStyles } from './styles';
import { add, remove, tryOut, wishWords, type Trial, type WishWord } from './wish-words';

const SHORTEST = 2;

/** The words by which customers ask for a human: editors add to them, and try what is understood. */
@customElement('yiwen-wishes')
export class WishesPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private all?: WishWord[];
  @state() private failure = '';
  @state() private fault = '';
  @state() private trial?: Trial;
  @query('input[name=words]') private words?: HTMLInputElement;

  static styles = [base, buttons, fields, badges, wishStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (has(this.staff, 'EDITOR', 'SUPERVISOR')) this.all = await wishWords();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private get mayChange(): boolean {
    return this.staff !== undefined && has(this.staff, 'EDITOR');
  }

  render() {
    return html`
      <yw-top-bar .staff=${this.staff} current="knowledge"></yw-top-bar>
      <main>${this.content()}</main>
    `;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (this.staff && !has(this.staff, 'EDITOR', 'SUPERVISOR')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    return html`
      <div>
        <h1>${t('title')}</h1>
        <p class="hint">${t('about')}</p>
        ${this.mayChange ? html`<a href="/knowledge">${t('toKnowledge')}</a>` : nothing}
      </div>
      ${this.trialCard()} ${this.all ? this.list(this.all) : html`<div class="card"><yw-skeleton lines="4"></yw-skeleton></div>`}
      ${this.staff ? html`<yw-speech-acts ?mayChange=${this.mayChange}></yw-speech-acts>` : nothing}
    `;
  }

  private trialCard() {
    return html`
      <section class="card">
        <h2>${t('trial')}</h2>
        <form @submit=${this.tryOut}>
          <input name="text" maxlength="500" required aria-label=${t('trial')} placeholder=${t('trialHint')} />
          <button class="button">${t('try')}</button>
        </form>
        <p class="verdict" role="status">
          ${this.trial ? (this.trial.wish ? t('isWish', { words: this.trial.because.join('、') }) : t('isNone')) : nothing}
        </p>
      </section>
    `;
  }

  private list(all: WishWord[]) {
    return html`
      <section class="card">
        <h2>${t('list')}</h2>
        ${this.mayChange
          ? html`<form @submit=${this.add} novalidate>
                <input
                  name="words"
                  maxlength="30"
                  aria-label=${t('words')}
                  aria-describedby="fault"
                  aria-invalid=${this.fault !== ''}
                  placeholder=${t('wordsHint')}
                  @input=${() => (this.fault = '')}
                />
                <button class="button primary">${icons.plus}${t('add')}</button>
              </form>
              <p class="fault" id="fault" role="alert">${this.fault}</p>`
          : html`<p class="hint">${t('readOnly')}</p>`}
        ${all.length
          ? html`<ul>
              ${all.map((one) => this.line(one))}
            </ul>`
          : html`<yw-empty heading=${t('empty')} hint=${t('emptyHint')}></yw-empty>`}
      </section>
    `;
  }

  private line(one: WishWord) {
    return html`
      <li>
        <b>${one.words}</b>
        <span class="hint">${t('by', { name: one.by })} ${timeElement(one.at)}</span>
        <span class="spread"></span>
        ${this.mayChange
          ? html`<button class="button small quiet" aria-label=${t('removeThis', { words: one.words })} @click=${() => void this.drop(one)}>
              ${t('remove')}
            </button>`
          : nothing}
      </li>
    `;
  }

  private readonly tryOut = async (event: SubmitEvent) => {
    event.preventDefault();
    const text = new FormData(event.target as HTMLFormElement).get('text') as string;
    if (!text.trim()) return;
    try {
      this.trial = await tryOut(text);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  };

  private readonly add = (event: SubmitEvent) => {
    event.preventDefault();
    const text = this.words?.value.trim() ?? '';
    if (text.length < SHORTEST) this.fault = t('tooShort');
    else void this.save(text);
    this.words?.focus();
  };

  private async save(text: string): Promise<void> {
    try {
      const fresh = await add(text);
      this.all = [fresh, ...(this.all ?? [])];
      if (this.words) this.words.value = '';
      toast(t('added', { words: fresh.words }));
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 409) this.fault = t('taken', { words: text });
      else if (failure instanceof ApiError && failure.status === 400) this.fault = t('tooShort');
      else toast(words(failure), { kind: 'problem' });
    }
  }

  private async drop(one: WishWord): Promise<void> {
    try {
      await remove(one.id);
      this.all = this.all?.filter((each) => each.id !== one.id);
      toast(t('removed', { words: one.words }), { undo: () => void this.save(one.words) });
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
