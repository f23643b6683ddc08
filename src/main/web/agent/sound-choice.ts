import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { bundle } from '../common/i18n/bundle';
import { icons } from '../common/icons';
import { base, buttons } from '../common/styles';
import { sound, TONES, VOLUMES } from './sound';

const t = bundle(
  {
    on: '提示音：开',
    off: '提示音：关',
    asleep: '提示音：点一下页面后响',
    title: '提示音',
    whether: '有新会话、来电和消息时响铃',
    tone: '声音',
    soft: '柔和',
    bell: '铃声',
    knock: '敲击',
    volume: '音量',
    volume1: '小',
    volume2: '中',
    volume3: '大',
    hint: '选一下就能听到。只影响您在这台电脑上的声音。',
  },
  {
    on: 'Sound: on',
    off: 'Sound: off',
    asleep: 'Sound: after a click',
    title: 'Sound',
    whether: 'Ring for new conversations, calls and messages',
    tone: 'Tone',
    soft: 'Soft',
    bell: 'Bell',
    knock: 'Knock',
    volume: 'Volume',
    volume1: 'Low',
    volume2: 'Middle',
    volume3: 'High',
    hint: 'Choosing plays it. It is yours, in this browser.',
  },
);

/** `<yw-sound-choice>`: a button that says whether there is sound, and opens the choice of it. With `row`: in a menu. */
@customElement('yw-sound-choice')
export class SoundChoiceElement extends YiwenElement {
  @property({ type: Boolean }) row = false;
  @state() private open = false;
  private readonly redraw = () => this.requestUpdate();
  private readonly outside = (event: Event) => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  static styles = [
    base,
    buttons,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      :host([row]) {
        display: block;
      }
      :host([row]) .button {
        width: 100%;
        justify-content: flex-start;
      }
      .choice {
        position: absolute;
        z-index: 70;
        top: calc(100% + 6px);
        right: 0;
        display: grid;
        gap: var(--yw-space-3);
        width: min(300px, calc(100vw - 24px));
        padding: var(--yw-space-4);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
        box-shadow: var(--yw-shadow-2);
        white-space: normal;
      }
      :host([row]) .choice {
        position: static;
        width: auto;
        border: 0;
        box-shadow: none;
        padding: var(--yw-space-2) var(--yw-space-3);
      }
      fieldset {
        display: flex;
        gap: var(--yw-space-4);
        border: 0;
        margin: 0;
        padding: 0;
      }
      legend {
        padding: 0;
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--yw-space-1);
        min-height: 32px;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    sound.addEventListener('change', this.redraw);
    document.addEventListener('click', this.outside);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    sound.removeEventListener('change', this.redraw);
    document.removeEventListener('click', this.outside);
  }

  render() {
    const { on } = sound.choice;
    return html`
      <button
        class="button quiet ${this.row ? '' : 'small'}"
        title="Alt+L"
        aria-expanded=${this.open}
        @click=${() => (this.open = !this.open)}
        @keydown=${this.key}
      >
        ${icons.bell}${!on ? t('off') : sound.awake ? t('on') : t('asleep')}
      </button>
      ${this.open ? this.choices() : nothing}
    `;
  }

  private choices() {
    const { on, tone, volume } = sound.choice;
    return html`<div class="choice" role="group" aria-label=${t('title')} @keydown=${this.key}>
      <label><input type="checkbox" name="on" .checked=${on} @change=${() => sound.choose({ on: !on })} />${t('whether')}</label>
      <fieldset ?disabled=${!on}>
        <legend>${t('tone')}</legend>
        ${TONES.map(
          (one) => html`<label
            ><input type="radio" name="tone" value=${one} .checked=${one === tone} @change=${() => sound.choose({ tone: one })} />${t(one)}</label
          >`,
        )}
      </fieldset>
      <fieldset ?disabled=${!on}>
        <legend>${t('volume')}</legend>
        ${VOLUMES.map(
          (one) => html`<label
            ><input type="radio" name="volume" value=${one} .checked=${one === volume} @change=${() => sound.choose({ volume: one })} />${t(`volume${one}`)}</label
          >`,
        )}
      </fieldset>
      <span class="hint">${t('hint')}</span>
    </div>`;
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-sound-choice': SoundChoiceElement;
  }
}
