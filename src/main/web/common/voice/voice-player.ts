import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../element';
import { t } from '../i18n/files';
import { icons } from '../icons';
import { base } from '../styles';
import { length } from '../time';

/** `<yw-voice .load seconds name>`: plays a voice where it stands; what it plays is fetched when it is first wanted. */
@customElement('yw-voice')
export class VoicePlayer extends YiwenElement {
  @property({ attribute: false }) load!: () => Promise<string> | string;
  /** As its sender says; recordings of some browsers do not say themselves. */
  @property({ type: Number }) seconds = 0;
  @property() name = '';
  /** Where it is as it was sent, for who cannot play it here. */
  @property() original = '';
  @state() private address = '';
  @state() private playing = false;
  @state() private at = 0;
  @state() private failed = false;
  @query('audio') private audio!: HTMLAudioElement;

  static styles = [
    base,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
        min-width: 150px;
        color: inherit;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: var(--yw-space-2);
        min-height: var(--yw-control-touch);
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      progress {
        flex: 1;
        width: 90px;
        height: 4px;
        accent-color: currentcolor;
      }
      audio {
        display: none;
      }
    `,
  ];

  render() {
    const all = this.seconds || Math.round(Number.isFinite(this.audio?.duration) ? this.audio.duration : 0);
    const label = this.playing ? t('pause') : this.seconds ? t('play', { seconds: this.seconds }) : t('playFile', { name: this.name });
    return html`
      <button type="button" aria-label=${label} title=${label} @click=${this.toggle}>
        ${this.playing ? icons.pause : icons.play}<span>${length(this.playing ? this.at : all)}</span>
      </button>
      <progress max=${all || 1} .value=${Math.min(this.at, all || 1)} aria-hidden="true"></progress>
      ${this.failed ? html`<a href=${this.original || this.address} download=${this.name} role="alert">${t('notPlayed')}</a>` : nothing}
      <audio
        src=${this.address || nothing}
        preload="none"
        @timeupdate=${() => (this.at = this.audio.currentTime)}
        @play=${() => (this.playing = true)}
        @pause=${() => (this.playing = false)}
        @ended=${() => ((this.playing = false), (this.at = 0))}
      ></audio>
    `;
  }

  private async toggle(): Promise<void> {
    if (this.playing) return this.audio.pause();
    this.failed = false;
    try {
      this.address ||= await this.load();
      await this.updateComplete;
      await this.audio.play();
    } catch {
      this.failed = true;
    }
  }
}
