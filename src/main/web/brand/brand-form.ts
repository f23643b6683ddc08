import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words as failureWords } from '../common/api';
import { contrast, ink, legible } from '../common/colours';
import { YiwenElement } from '../common/element';
import { language } from '../common/i18n/language';
import { base, buttons, fields } from '../common/styles';
import { zones, zoneWords } from '../common/zone';
import { upload } from './avatar';
import { t } from './i18n';
import type { Stored, Words } from './settings';
import { brandStyles } from './styles';
import './topic-names';

const GREEN = '#0a7a5a';
const BUBBLE = '#bfe9d2';

/** `<yw-brand-form .brand>`: every field of the brand; tells `brand` with what it comes to after each change. */
@customElement('yw-brand-form')
export class BrandForm extends YiwenElement {
  @property({ attribute: false }) brand!: Stored;
  @state() private uploading = false;
  /** There are some four hundred: named when somebody is about to choose. */
  @state() private choosing = false;
  @state() private refused = '';

  static styles = [base, buttons, fields, brandStyles];

  render() {
    const { brand } = this;
    return html`
      <div class="parts">
        <section class="card" aria-labelledby="names">
          <h2 id="names">${t('names')}</h2>
          <div class="two">
            ${this.word('chinese', 'operator', 40)} ${this.text('shortName', brand.shortName, 20)}
            ${this.word('chinese', 'assistant', 20)} ${this.word('chinese', 'label', 20)} ${this.text('hotline', brand.hotline, 30)}
          </div>
        </section>
        <section class="card" aria-labelledby="words">
          <h2 id="words">${t('words')}</h2>
          ${this.opening('chinese')}
        </section>
        <section class="card" aria-labelledby="look">
          <h2 id="look">${t('look')}</h2>
          ${this.avatar()}
          <div class="two">${this.colour('accent', GREEN)} ${this.colour('bubble', BUBBLE)}</div>
        </section>
        <section class="card" aria-labelledby="languages">
          <h2 id="languages">${t('languagesHeading')}</h2>
          ${this.languages()}
          <details>
            <summary>${t('english')}</summary>
            <div class="parts">
              <div class="two">${this.word('english', 'operator', 40)} ${this.word('english', 'assistant', 20)} ${this.word('english', 'label', 20)}</div>
              ${this.opening('english')}
            </div>
          </details>
        </section>
        <section class="card" aria-labelledby="zone">
          <h2 id="zone">${t('zone')}</h2>
          <label class="field">
            <span>${t('zoneName')}</span>
            <input
              name="zone"
              list="zones"
              maxlength="60"
              autocomplete="off"
              .value=${brand.zone}
              aria-invalid=${!zoneWords(brand.zone, language())}
              @focus=${() => (this.choosing = true)}
              @input=${(event: InputEvent) => this.put({ zone: value(event).trim() })}
            />
            <span class="hint">${zoneWords(brand.zone, language()) || t('faultZone')}</span>
          </label>
          <datalist id="zones">
            ${this.choosing ? zones().map((one) => html`<option value=${one} label=${zoneWords(one, language())}></option>`) : nothing}
          </datalist>
          <p class="hint">${t('zoneHint')}</p>
        </section>
        <section class="card" aria-labelledby="topics">
          <h2 id="topics">${t('topics')}</h2>
          <p class="hint">${t('topicsHint')}</p>
          <yw-topic-names
            .topics=${brand.topics}
            @topics=${({ detail }: CustomEvent<Stored['topics']>) => this.put({ topics: detail })}
          ></yw-topic-names>
        </section>
      </div>
    `;
  }

  private opening(of: 'chinese' | 'english') {
    const words = this.brand[of];
    return html`
      ${this.word(of, 'scope', 100)}
      <label class="field">
        <span>${t('greeting')}</span>
        <textarea
          name="${of}-greeting"
          rows="2"
          maxlength="200"
          .value=${words.greeting}
          @input=${(event: InputEvent) => this.putWords(of, { greeting: value(event) })}
        ></textarea>
        <span class="hint">${t('greetingHint')}</span>
      </label>
      <label class="field">
        <span>${t('questions')}</span>
        <textarea
          name="${of}-questions"
          rows="4"
          .value=${words.questions.join('\n')}
          @input=${(event: InputEvent) => this.putWords(of, { questions: lines(value(event)) })}
        ></textarea>
        <span class="hint">${t('questionsHint')}</span>
      </label>
    `;
  }

  private word(of: 'chinese' | 'english', name: 'operator' | 'assistant' | 'label' | 'scope', most: number) {
    return html`<label class="field">
      <span>${t(name)}</span>
      <input
        name="${of}-${name}"
        maxlength=${most}
        .value=${this.brand[of][name]}
        @input=${(event: InputEvent) => this.putWords(of, { [name]: value(event) })}
      />
      ${of === 'chinese' ? html`<span class="hint">${t(`${name}Hint`)}</span>` : nothing}
    </label>`;
  }

  private text(name: 'shortName' | 'hotline', now: string, most: number) {
    return html`<label class="field">
      <span>${t(name)}</span>
      <input name=${name} maxlength=${most} .value=${now} @input=${(event: InputEvent) => this.put({ [name]: value(event) })} />
      <span class="hint">${t(`${name}Hint`)}</span>
    </label>`;
  }

  private avatar() {
    const { avatar } = this.brand;
    return html`<div class="wrap">
        ${avatar ? html`<img class="face" src="/api/v1/brand/avatars/${avatar}" alt=${t('avatar')} />` : nothing}
        <label class="button">
          ${this.uploading ? t('avatarBusy') : t('avatarChoose')}
          <input class="hidden-visually" type="file" name="avatar" accept="image/png,image/jpeg,image/webp,image/gif" @change=${this.chosen} />
        </label>
        ${avatar ? html`<button class="button quiet" @click=${() => this.put({ avatar: undefined })}>${t('avatarNone')}</button>` : nothing}
        <span class="hint">${t('avatarHint')}</span>
      </div>
      ${this.refused ? html`<p class="problem" role="alert">${this.refused}</p>` : nothing}`;
  }

  private colour(name: 'accent' | 'bubble', ours: string) {
    const now = this.brand[name];
    const put = (colour?: string) => this.put({ [name]: colour });
    return html`<div class="colour">
      <label class="row">
        <input type="checkbox" name="own-${name}" .checked=${!!now} @change=${() => put(now ? undefined : ours)} />
        ${t(name)} · ${t('ownColour')}
      </label>
      <span class="hint">${t(`${name}Hint`)}</span>
      ${now
        ? html`<div class="row">
              <input type="color" aria-label=${t(name)} .value=${now} @input=${(event: InputEvent) => put(value(event))} />
              <input
                type="text"
                name=${name}
                aria-label="${t(name)} #rrggbb"
                maxlength="7"
                .value=${now}
                @change=${(event: Event) => /^#[0-9a-f]{6}$/i.test(value(event)) && put(value(event))}
              />
            </div>
            ${name === 'accent' ? accentWarning(now) : html`<p class="hint">${t('contrastBubble', { ink: inkName(now), ratio: ratio(now, ink(now)) })}</p>`}`
        : nothing}
    </div>`;
  }

  private languages() {
    const now = this.brand.languages.join(' ') || 'zh-CN en';
    const choices = { 'zh-CN en': t('languagesBoth'), 'en zh-CN': t('languagesBothEnglish'), 'zh-CN': t('languagesChinese'), en: t('languagesEnglish') };
    return html`<label class="field">
      <span>${t('languages')}</span>
      <select name="languages" @change=${(event: Event) => this.put({ languages: value(event).split(' ') as Stored['languages'] })}>
        ${Object.entries(choices).map(([key, text]) => html`<option value=${key} ?selected=${key === now}>${text}</option>`)}
      </select>
    </label>`;
  }

  private readonly chosen = async (event: Event) => {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) return;
    this.uploading = true;
    this.refused = '';
    try {
      this.put({ avatar: await upload(file) });
    } catch (failure) {
      this.refused = failureWords(failure);
    } finally {
      this.uploading = false;
      field.value = '';
    }
  };

  private putWords(of: 'chinese' | 'english', words: Partial<Words>): void {
    this.put({ [of]: { ...this.brand[of], ...words } });
  }

  private put(part: Partial<Stored>): void {
    this.tell('brand', { ...this.brand, ...part });
  }
}

function accentWarning(colour: string) {
  const text = legible(colour, '#ffffff', '#f2f4f3');
  return text === colour.toLowerCase()
    ? html`<p class="hint">${t('contrastFine', { ratio: ratio(colour, '#ffffff') })}</p>`
    : html`<p class="warned" role="status">${t('contrastDarker', { ratio: ratio(colour, '#ffffff'), shade: text, ink: inkName(colour) })}</p>`;
}

function ratio(one: string, other: string): string {
  return (Math.floor(contrast(one, other) * 10) / 10).toFixed(1);
}

function inkName(on: string): string {
  return t(ink(on) === '#ffffff' ? 'white' : 'black');
}

function value(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one)
    .slice(0, 8);
}
