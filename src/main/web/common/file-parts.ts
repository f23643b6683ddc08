import { css, html, nothing } from 'lit';
import type { Attachment } from './frames';
import { isPicture, sizeWords, type Upload, type Uploads } from './files';
import { t } from './i18n/files';
import { icons } from './icons';

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
  .file small {
    display: block;
    opacity: 0.75;
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
`;

/**
 * A file in a message. `url` is where it can be shown from, '' while that is not known; `open` shows or saves it where a
 * plain link would lack the permission.
 */
export function filePart(file: Attachment, url: string, open?: () => void) {
  if (isPicture(file)) {
    const image = url
      ? html`<img src=${url} alt=${t('picture', { name: file.name })} loading="lazy" @error=${notShown} />`
      : t('loading');
    return open
      ? html`<button class="picture" title=${file.name} @click=${open}>${image}</button>`
      : html`<a class="picture" title=${file.name} href=${url} target="_blank" rel="noopener">${image}</a>`;
  }
  const words = html`${icons.file}<span>${file.name}<small>${sizeWords(file.size)}</small></span>`;
  return open
    ? html`<button class="file" title=${t('save')} @click=${open}>${words}</button>`
    : html`<a class="file" title=${t('save')} href=${url} download=${file.name}>${words}</a>`;
}

/** Where it is kept may be out of reach for a while. */
function notShown(event: Event): void {
  const image = event.target as HTMLImageElement;
  image.alt = `${image.alt} · ${t('notOpened')}`;
}

/** Files on their way. */
export function uploadParts(uploads: Uploads) {
  return uploads.list.map((upload) => uploadPart(upload, uploads));
}

function uploadPart(upload: Upload, uploads: Uploads) {
  return html`<div class="upload" role=${upload.problem ? 'alert' : 'status'}>
    ${icons.file}<span>${upload.file.name}</span>
    ${upload.problem
      ? html`<span class="problem">${upload.problem}</span>
          <button class="button small" @click=${() => uploads.retry(upload)}>${t('again')}</button>
          <button class="button small quiet" @click=${() => uploads.discard(upload)}>${t('discard')}</button>`
      : html`<span>${t('sending')}</span>${nothing}`}
  </div>`;
}
