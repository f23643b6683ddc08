import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { YiwenElement } from '../element';
import { t } from '../i18n/voice';
import { icons } from '../icons';
import { announce } from '../live';
import { base, buttons } from '../styles';
import { length } from '../time';
import { LONGEST_SECONDS, Recording, type Recorded } from './recording';
import './voice-player';

/** `<yw-voice-recorder>`: records at once, lets it be heard, tells `voice` (detail: Recorded) or `voice-cancel`. */
@customElement('yw-voice-recorder')
export class VoiceRecorder extends YiwenElement {
  @state() private seconds = 0;
  @state() private problem = '';
  @state() private recorded?: Recorded & { url: string };
  @state() private recording?: Recording;
  private ticker?: number;
  private left = false;

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
        max-width: 760px;
        margin: 0 auto;
        padding: var(--yw-space-2) var(--yw-space-4);
      }
      .dot {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--yw-urgent);
        animation: beat 1s infinite alternate;
      }
      @keyframes beat {
        to {
          opacity: 0.3;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .dot {
          animation: none;
        }
      }
      .problem {
        color: var(--yw-urgent-text);
      }
    `,
  ];

  firstUpdated(): void {
    void this.begin();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.left = true;
    this.forget();
  }

  render() {
    return html`${this.content()}
      <button type="button" class="button touch" @click=${this.cancel}>${icons.close}${t('cancel')}</button>`;
  }

  private content() {
    if (this.problem) return html`<span class="problem spread" role="alert">${this.problem}</span>${this.anew()}`;
    if (this.recorded) {
      const { url, seconds, file } = this.recorded;
      return html`<yw-voice class="spread" .load=${() => url} seconds=${seconds} name=${file.name}></yw-voice>
        <span class="hidden-visually" role="status">${t('ready')}</span>
        ${this.anew()}
        <button type="button" class="button primary touch" @click=${this.send}>${icons.send}${t('send')}</button>`;
    }
    if (!this.recording) return html`<span class="spread" role="status">${t('asking')}</span>`;
    const n = Math.floor(this.seconds);
    return html`<span class="dot" aria-hidden="true"></span>
      <span class="spread" role="timer" aria-label="${t('recording')} ${t('lasts', { n, most: LONGEST_SECONDS })}">
        ${t('recording')} ${length(n)} / ${length(LONGEST_SECONDS)}
      </span>
      <button type="button" class="button primary touch" @click=${() => this.recording?.stop()}>${icons.stop}${t('stop')}</button>`;
  }

  private anew() {
    return html`<button type="button" class="button touch" @click=${() => void this.begin()}>${icons.microphone}${t('again')}</button>`;
  }

  private async begin(): Promise<void> {
    this.forget();
    this.problem = '';
    try {
      const recording = await Recording.begin();
      if (this.left) return recording.stop();
      this.recording = recording;
      announce(t('recording'));
      this.tick();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.primary')?.focus();
      const recorded = await recording.done;
      if (this.recording !== recording) return;
      this.recording = undefined;
      if (recorded.tooShort) this.problem = t('tooShort');
      else this.recorded = { ...recorded, url: URL.createObjectURL(recorded.file) };
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.primary')?.focus();
    } catch (failure) {
      this.recording = undefined;
      this.problem = failure instanceof DOMException && failure.name === 'NotAllowedError' ? t('refused') : t('noMicrophone');
    } finally {
      clearInterval(this.ticker);
    }
  }

  private tick(): void {
    this.seconds = 0;
    this.ticker = setInterval(() => {
      this.seconds = this.recording?.seconds ?? 0;
      if (this.seconds >= LONGEST_SECONDS) this.recording?.stop();
    }, 200);
  }

  private send(): void {
    const { recorded } = this;
    if (!recorded) return;
    this.tell<Recorded>('voice', recorded);
  }

  private cancel(): void {
    this.tell('voice-cancel');
  }

  private forget(): void {
    clearInterval(this.ticker);
    const { recording, recorded } = this;
    this.recording = undefined;
    this.recorded = undefined;
    recording?.stop();
    if (recorded) URL.revokeObjectURL(recorded.url);
  }
}
