import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ApiError, api, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import { actName, ACTS, t, type Act } from './acts-text';
import { wishStyles } from './styles';

const SHORTEST = 2;

interface Phrase {
  id: string;
  act: Act;
  words: string;
  by: string;
  at: string;
}

interface Heard {
  act?: Act | null;
  because?: string | null;
}

/** `<yw-speech-acts ?mayChange>`: what customers say that asks nothing; editors add to it, and try what is understood. */
@customElement('yw-speech-acts')
export class SpeechActsCards extends YiwenElement {
  @property({ type: Boolean }) mayChange = false;
  @state() private all?: Phrase[];
  @state() private failure = '';
  @state() private fault = '';
  @state() private heard?: Heard;
  @query('input[name=phrase]') private words?: HTMLInputElement;
  @query('select') private act?: HTMLSelectElement;

  static styles = [base, buttons, fields, badges, wishStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      this.all = await api<Phrase[]>('GET', '/speech-acts');
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`
      <section class="card">
        <h2>${t('title')}</h2>
        <p class="hint">${t('about')}</p>
        <form @submit=${this.tryOut}>
          <input name="said" maxlength="500" required aria-label=${t('trial')} placeholder=${t('trialHint')} />
          <button class="button">${t('try')}</button>
        </form>
        <p class="heard" role="status">
          ${this.heard
            ? this.heard.act
              ? t('isAct', { act: actName(this.heard.act), words: this.heard.because ?? '' })
              : t('isQuestion')
            : nothing}
        </p>
        ${this.mayChange ? this.form() : nothing} ${this.list()}
      </section>
    `;
  }

  private form() {
    return html`<form @submit=${this.add} novalidate>
        <select name="act" aria-label=${t('act')}>
          ${ACTS.map((act) => html`<option value=${act}>${actName(act)}</option>`)}
        </select>
        <input
          name="phrase"
          maxlength="30"
          aria-label=${t('words')}
          aria-describedby="act-fault"
          aria-invalid=${this.fault !== ''}
          placeholder=${t('wordsHint')}
          @input=${() => (this.fault = '')}
        />
        <button class="button primary">${icons.plus}${t('add')}</button>
      </form>
      ${this.fault ? html`<p class="fault" id="act-fault" role="alert">${this.fault}</p>` : nothing}`;
  }

  private list() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.load()}>${t('again')}</button>
      </yw-empty>`;
    }
    if (!this.all) return html`<yw-skeleton lines="3"></yw-skeleton>`;
    if (!this.all.length) return html`<p class="hint">${t('empty')}</p>`;
    return html`<ul>
      ${this.all.map(
        (one) => html`<li>
          <b>${one.words}</b>
          <span class="badge">${actName(one.act)}</span>
          <span class="hint">${t('by', { name: one.by })} ${timeElement(one.at)}</span>
          <span class="spread"></span>
          ${this.mayChange
            ? html`<button class="button small quiet" aria-label=${t('removeThis', { words: one.words })} @click=${() => void this.drop(one)}>
                ${t('remove')}
              </button>`
            : nothing}
        </li>`,
      )}
    </ul>`;
  }

  private readonly tryOut = async (event: SubmitEvent) => {
    event.preventDefault();
    const text = new FormData(event.target as HTMLFormElement).get('said') as string;
    if (!text.trim()) return;
    try {
      this.heard = await api<Heard>('POST', '/speech-acts/trial', { body: { text } });
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  };

  private readonly add = (event: SubmitEvent) => {
    event.preventDefault();
    const text = this.words?.value.trim() ?? '';
    if (text.length < SHORTEST) this.fault = t('tooShort');
    else void this.save((this.act?.value ?? ACTS[0]) as Act, text);
    this.words?.focus();
  };

  private async save(act: Act, text: string): Promise<void> {
    try {
      const fresh = await api<Phrase>('POST', '/speech-acts', { body: { act, words: text } });
      this.all = [fresh, ...(this.all ?? [])];
      if (this.words) this.words.value = '';
      toast(t('added', { words: fresh.words }));
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 409) this.fault = t('taken', { words: text });
      else if (failure instanceof ApiError && failure.status === 400) this.fault = t('tooShort');
      else toast(words(failure), { kind: 'problem' });
    }
  }

  private async drop(one: Phrase): Promise<void> {
    try {
      await api('DELETE', `/speech-acts/${one.id}`);
      this.all = this.all?.filter((each) => each.id !== one.id);
      toast(t('removed', { words: one.words }), { undo: () => void this.save(one.act, one.words) });
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
