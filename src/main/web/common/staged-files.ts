import { css, html, nothing } from 'lit';
import { isShown, sizeWords } from './files';
import { langOf } from './i18n/chinese';
import { t } from './i18n/files';
import { icons } from './icons';
import { newId } from './client/outbox';

interface Staged {
  id: string;
  file: File;
  /** Of a picture, what is shown of it. */
  url?: string;
}

/** What was chosen, pasted or dropped, and is looked at before it is sent. */
export class StagedFiles {
  list: Staged[] = [];

  constructor(private readonly changed: () => void) {}

  add(files: File[]): void {
    const staged = files.map((file) => ({ id: newId(), file, url: isShown(file.type) ? URL.createObjectURL(file) : undefined }));
    this.list = [...this.list, ...staged];
    this.changed();
  }

  remove(id: string): void {
    this.forget(this.list.filter((one) => one.id === id));
    this.list = this.list.filter((one) => one.id !== id);
    this.changed();
  }

  /** To send them: they are no longer here. */
  take(): File[] {
    const files = this.list.map((one) => one.file);
    this.forget(this.list);
    this.list = [];
    this.changed();
    return files;
  }

  private forget(staged: Staged[]): void {
    for (const { url } of staged) if (url) URL.revokeObjectURL(url);
  }
}

export function stagedParts(staged: StagedFiles) {
  if (staged.list.length === 0) return nothing;
  return html`<ul class="staged" aria-label=${t('chosen')}>
    ${staged.list.map(
      ({ id, file, url }) => html`<li>
        ${url ? html`<img src=${url} alt="" />` : icons.file}
        <span class="name"><span class="ellipsis" lang=${langOf(file.name)}>${file.name}</span><small>${sizeWords(file.size)}</small></span>
        <button
          type="button"
          class="button small quiet"
          title=${t('remove', { name: file.name })}
          lang=${langOf(file.name)}
          aria-label=${t('remove', { name: file.name })}
          @click=${() => staged.remove(id)}
        >
          ${icons.close}
        </button>
      </li>`,
    )}
  </ul>`;
}

export const stagedStyles = css`
  .staged {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    max-height: 30vh;
    padding: var(--yw-space-2);
    overflow-y: auto;
    list-style: none;
  }
  .staged li {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    max-width: 100%;
    padding: var(--yw-space-1) 0 var(--yw-space-1) var(--yw-space-1);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
    background: var(--yw-sunken);
  }
  .staged img {
    width: 48px;
    height: 48px;
    border-radius: var(--yw-radius-s);
    object-fit: cover;
  }
  .staged .name {
    display: grid;
    min-width: 0;
    max-width: 160px;
    font-size: var(--yw-text-s);
    line-height: var(--yw-leading-tight);
  }
  .staged small {
    color: var(--yw-ink-3);
  }
  .staged .button {
    min-width: 40px;
    padding: 0;
  }
  @media (pointer: coarse) {
    .staged .button {
      min-width: var(--yw-control-touch);
      min-height: var(--yw-control-touch);
    }
  }
`;
