import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from './element';
import type { Attachment } from './frames';
import { langOf } from './i18n/chinese';
import { t as common } from './i18n/common';
import { t } from './i18n/files';
import { icons } from './icons';
import { base, buttons } from './styles';

const LARGEST = 4;
const STEP = 1.5;
const SWIPE_PX = 50;

/** `<yw-picture-viewer .pictures .at .load>`: the pictures of a conversation, one large. Tells `viewed` when it is closed. */
@customElement('yw-picture-viewer')
export class PictureViewer extends YiwenElement {
  @property({ attribute: false }) pictures: Attachment[] = [];
  /** The id of the one that is shown. */
  @property() at = '';
  /** The address of one as it was sent. */
  @property({ attribute: false }) load!: (picture: Attachment) => Promise<string> | string;
  @state() private address = '';
  @state() private failed = false;
  @state() private zoom = 1;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('img') private image?: HTMLImageElement;
  private fitted = 0;
  private touchedAt?: number;

  static styles = [
    base,
    buttons,
    css`
      dialog {
        width: 100vw;
        max-width: none;
        height: 100dvh;
        max-height: none;
        padding: 0;
        border: 0;
        background: #101413;
        color: #e8eeeb;
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: var(--yw-space-1);
        padding: var(--yw-space-1) var(--yw-space-2);
      }
      .name {
        flex: 1;
        min-width: 0;
        padding-left: var(--yw-space-2);
      }
      .button,
      .button.quiet {
        min-height: var(--yw-control-touch);
        padding: 0 var(--yw-space-3);
        border-color: transparent;
        background: transparent;
        color: inherit;
      }
      .button:hover:not(:disabled) {
        background: #2c3532;
        color: inherit;
      }
      :focus-visible {
        outline-color: #66d3aa;
        outline-offset: -2px;
      }
      .stage {
        display: flex;
        overflow: auto;
        touch-action: pan-x pan-y pinch-zoom;
      }
      .stage > * {
        margin: auto;
      }
      img {
        max-width: 100%;
        max-height: 100%;
        cursor: zoom-in;
      }
      img.zoomed {
        max-width: none;
        max-height: none;
        cursor: zoom-out;
      }
    `,
  ];

  firstUpdated(): void {
    this.dialog.showModal();
  }

  willUpdate(changed: PropertyValues): void {
    if (changed.has('at')) void this.show();
  }

  render() {
    const n = this.index;
    const picture = this.pictures[n];
    if (!picture) return nothing;
    return html`<dialog aria-label=${t('viewer')} @keydown=${this.key} @close=${() => this.tell('viewed')}>
      <div class="bar">
        <span class="name ellipsis" lang=${langOf(picture.name)}>${picture.name}</span>
        <span role="status">${this.pictures.length > 1 ? t('ofAll', { n: n + 1, all: this.pictures.length }) : nothing}</span>
        <button class="button" @click=${() => this.dialog.close()}>${icons.close}${common('close')}</button>
      </div>
      <div class="stage" tabindex="0" @touchstart=${this.touched} @touchend=${this.swiped}>${this.stage(picture)}</div>
      <div class="bar">
        <button class="button" ?disabled=${n === 0} @click=${() => this.go(-1)}>${icons.left}${t('earlier')}</button>
        <button class="button" ?disabled=${n === this.pictures.length - 1} @click=${() => this.go(1)}>${icons.right}${t('later')}</button>
        <button class="button" ?disabled=${this.zoom >= LARGEST || this.failed} @click=${() => this.scale(STEP)}>${icons.plus}${t('zoomIn')}</button>
        <button class="button" ?disabled=${this.zoom === 1} @click=${() => this.scale(1 / STEP)}>${icons.minus}${t('zoomOut')}</button>
        ${this.address
          ? html`<a class="button" href=${this.address} download=${picture.name}>${icons.save}${t('save')}</a>`
          : nothing}
      </div>
    </dialog>`;
  }

  private stage(picture: Attachment) {
    if (this.failed) return html`<p role="status">${t('notShown')}</p>`;
    if (!this.address) return html`<p role="status">${t('loading')}</p>`;
    return html`<img
      class=${this.zoom > 1 ? 'zoomed' : ''}
      src=${this.address}
      lang=${langOf(picture.name)}
      alt=${t('picture', { name: picture.name })}
      .style=${this.zoom > 1 ? `width: ${this.fitted * this.zoom}px` : ''}
      @dblclick=${() => this.scale(this.zoom > 1 ? 1 / LARGEST : 2)}
      @error=${() => (this.failed = true)}
    />`;
  }

  private get index(): number {
    return Math.max(0, this.pictures.findIndex((one) => one.id === this.at));
  }

  private async show(): Promise<void> {
    const picture = this.pictures[this.index];
    this.address = '';
    this.failed = false;
    this.zoom = 1;
    if (!picture) return;
    try {
      const address = await this.load(picture);
      if (picture.id === this.pictures[this.index]?.id) this.address = address;
    } catch {
      this.failed = true;
    }
  }

  private go(by: 1 | -1): void {
    const next = this.pictures[this.index + by];
    if (next) this.at = next.id;
  }

  private scale(by: number): void {
    if (this.zoom === 1) this.fitted = this.image?.clientWidth ?? 0;
    this.zoom = Math.min(LARGEST, Math.max(1, this.zoom * by));
  }

  /** The page behind hears nothing of it. */
  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === '+' || event.key === '=') this.scale(STEP);
    else if (event.key === '-') this.scale(1 / STEP);
    else if (event.key === '0') this.zoom = 1;
    else if (this.zoom > 1) return;
    else if (event.key === 'ArrowLeft') this.go(-1);
    else if (event.key === 'ArrowRight') this.go(1);
  }

  private touched(event: TouchEvent): void {
    this.touchedAt = event.touches.length === 1 && this.zoom === 1 ? event.touches[0]!.clientX : undefined;
  }

  private swiped(event: TouchEvent): void {
    const from = this.touchedAt;
    const to = event.changedTouches[0]?.clientX;
    this.touchedAt = undefined;
    if (from === undefined || to === undefined || Math.abs(to - from) < SWIPE_PX) return;
    this.go(to < from ? 1 : -1);
  }
}
