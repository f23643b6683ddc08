import { css, html, nothing } from 'lit';
import type { Attachment } from './frames';
import { isPicture, isSound, sizeWords, type Refusal, type Upload, type Uploads } from './files';
import { colon, langOf, withChinese } from './i18n/chinese';
import { t } from './i18n/files';
import { icons } from './icons';

const FEW_ROWS = 4;

export const fileStyles = css`
  .picture {
    display: block;
    padding: 0;
    border: 0;
    background: none;
    cursor: zoom-in;
  }
  .picture img {
    display: block;
    /* No percentages: the bubble would be as wide as the picture without them. */
    max-width: min(280px, 60vw);
    max-height: 260px;
    border-radius: var(--yw-radius-m);
    object-fit: contain;
  }
  .picture .no-preview {
    display: none;
    align-items: center;
    gap: var(--yw-space-2);
    min-height: var(--yw-control-touch);
    color: inherit;
    font: inherit;
    text-align: left;
  }
  .picture.failed img {
    display: none;
  }
  .picture.failed .no-preview {
    display: flex;
  }
  .picture {
    color: inherit;
    text-decoration: none;
  }
  .file {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    max-width: 100%;
    min-height: var(--yw-control-touch);
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    text-decoration: none;
    cursor: pointer;
  }
  .no-preview small,
  .file small {
    display: block;
    opacity: 0.75;
  }
  .seen {
    max-width: min(280px, 60vw);
    margin-top: var(--yw-space-2);
    font-size: var(--yw-text-s);
    white-space: normal;
  }
  .seen summary {
    min-height: var(--yw-control-touch);
    cursor: pointer;
  }
  .seen .by-machine {
    display: block;
    color: var(--yw-ink-3);
  }
  .seen summary .by-machine {
    display: inline;
  }
  .seen summary .head {
    display: block;
  }
  .seen[open] summary .head {
    display: none;
  }
  .seen .read {
    margin: 0;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .upload {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    align-self: flex-end;
    margin-top: var(--yw-space-2);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  .upload .problem {
    color: var(--yw-urgent-text);
  }
  .upload.refused {
    justify-content: flex-end;
  }
`;

/** Where a file in a message comes from. */
export interface FilePlace {
  /** Of a picture, the small one; '' while that is not known. */
  preview: string;
  /** There is no small one. */
  failed?: boolean;
  /** The address of the file itself; */
  original?: string;
  /** or what saves it, where a plain link would lack the permission. */
  open?: () => void;
  /** The address of what is played. */
  load: () => Promise<string> | string;
  /** Shows a picture large. */
  view?: () => void;
  /** Shows what a machine has read in a picture. */
  words?: boolean;
}

export function filePart(file: Attachment, place: FilePlace) {
  const { preview, failed, original, open, view } = place;
  if (isSound(file)) return sound(file, place);
  if (isPicture(file)) {
    const image = failed
      ? noPreview(file)
      : preview
        ? html`<img src=${preview} lang=${langOf(file.name)} alt=${t('picture', { name: file.name })} loading="lazy" @error=${notShown} />${noPreview(file)}`
        : t('loading');
    const seen = place.words && file.words ? shown(file.words) : nothing;
    const look = `picture ${failed ? 'failed' : ''}`;
    return open
      ? html`<button class=${look} title=${t('view', { name: file.name })} lang=${langOf(file.name)} @click=${view ?? open}>${image}</button>${seen}`
      : html`<a
          class=${look}
          title=${t('view', { name: file.name })}
          href=${original ?? ''}
          target="_blank"
          rel="noopener"
          @click=${(event: MouseEvent) => plainly(event) && view && (event.preventDefault(), view())}
          >${image}</a
        >${seen}`;
  }
  const words = html`${icons.file}<span><span lang=${langOf(file.name)}>${file.name}</span><small>${sizeWords(file.size)}</small></span>`;
  return open
    ? html`<button class="file" title=${t('save')} @click=${open}>${words}</button>`
    : html`<a class="file" title=${t('save')} href=${original ?? ''} download=${file.name}>${words}</a>`;
}

/** Not to be opened in a tab of its own. */
function plainly(event: MouseEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

function sound(file: Attachment, { load, original }: FilePlace) {
  void import('./voice/voice-player');
  // Without a space between the two: bubbles keep them.
  return html`<yw-voice .load=${load} seconds=${file.seconds ?? 0} name=${file.name} original=${original ?? nothing}></yw-voice>${said(file.words)}`;
}

function said(words?: string) {
  if (!words) return nothing;
  return html`<p lang=${langOf(words)}><span class="hidden-visually">${t('recognised')}</span>${words}</p>`;
}

/** Above all of a picture is its text; a long one is unfolded. */
function shown(words: string) {
  const rows = words.split('\n');
  const text = html`<p class="read" lang=${langOf(words)}>${words}</p>`;
  return rows.length <= FEW_ROWS
    ? html`<div class="seen"><span class="by-machine">${t('read')}</span>${text}</div>`
    : html`<details class="seen"><summary><span class="by-machine">${t('read')}</span><span class="head" lang=${langOf(words)}>${rows.slice(0, 2).join('，')}…</span></summary>${text}</details>`;
}

/** Hidden until the small picture turns out not to be there: damaged, or its place is out of reach for a while. */
function noPreview(file: Attachment) {
  return html`<span class="no-preview">${icons.file}<span><span lang=${langOf(file.name)}>${file.name}</span><small>${t('noPreview')}</small></span></span>`;
}

function notShown(event: Event): void {
  (event.target as HTMLImageElement).parentElement?.classList.add('failed');
}

/** Files on their way, and those that will not go. */
export function uploadParts(uploads: Uploads) {
  return html`${uploads.list.map((upload) => uploadPart(upload, uploads))}
  ${uploads.refused.map((refusal) => refusalPart(refusal, uploads))}`;
}

function refusalPart(refusal: Refusal, uploads: Uploads) {
  return html`<div class="upload refused" role="alert">
    <span class="problem">${withChinese(t('refusedName', { name: refusal.name }) + colon() + refusal.why)}</span>
    <button class="button small quiet" @click=${() => uploads.understood(refusal)}>${t('understood')}</button>
  </div>`;
}

function uploadPart(upload: Upload, uploads: Uploads) {
  return html`<div class="upload" role=${upload.problem ? 'alert' : 'status'}>
    ${icons.file}<span lang=${langOf(upload.file.name)}>${upload.file.name}</span>
    ${upload.problem
      ? html`<span class="problem">${upload.problem}</span>
          <button class="button small" @click=${() => uploads.retry(upload)}>${t('again')}</button>
          <button class="button small quiet" @click=${() => uploads.discard(upload)}>${t('discard')}</button>`
      : html`<span>${t('sending')}</span>${nothing}`}
  </div>`;
}
