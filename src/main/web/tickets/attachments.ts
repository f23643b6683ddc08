import { css, html, nothing, type TemplateResult } from 'lit';
import { api, ApiError } from '../common/api';
import { ACCEPT, isShown, refusal, sizeWords } from '../common/files';
import { langOf } from '../common/i18n/chinese';
import { icons } from '../common/icons';
import { newId } from '../common/client/outbox';
import { t } from './i18n';

export interface TicketFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

/** Stores them for the ticket, one after the other; the ids, for the comment or reply that they come with. */
export async function upload(ticket: string, files: File[]): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) {
    const query = new URLSearchParams({ name: file.name, clientMessageId: newId() });
    try {
      const stored = await api<TicketFile>('POST', `/tickets/${ticket}/files?${query}`, {
        body: file,
        headers: { 'Content-Type': 'application/octet-stream' },
      });
      ids.push(stored.id);
    } catch (failure) {
      const why = failure instanceof ApiError ? (refusal(failure) ?? failure.message) : String(failure);
      throw new Error(t('fileRefused', { name: file.name, why }));
    }
  }
  return ids;
}

/** A button that asks for files; what is chosen is told to `add`. */
export function chooseFiles(add: (files: File[]) => void): TemplateResult {
  return html`<label class="button small choose"
    >${icons.clip}${t('attach')}<input
      type="file"
      class="hidden-visually"
      multiple
      accept=${ACCEPT}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        add([...(input.files ?? [])]);
        input.value = '';
      }}
  /></label>`;
}

/** Of a line of the history; who may not open them is told how. */
export function attached(ticket: string, files: TicketFile[], mayOpen: boolean, where = t('filesHidden')): TemplateResult | typeof nothing {
  if (!files.length) return nothing;
  return html`<ul class="files">
    ${files.map((one) => {
      const words = html`${icons.file}<span class="ellipsis" lang=${langOf(one.name)}>${one.name}</span><small>${sizeWords(one.size)}</small>`;
      if (!mayOpen) return html`<li class="shut" title=${where}>${words}</li>`;
      const address = `/api/v1/tickets/${ticket}/files/${one.id}`;
      return html`<li>
        <a href=${address} target="_blank" rel="noopener" title=${one.name}
          >${isShown(one.mediaType) ? html`<img src="${address}?size=preview" alt=${one.name} loading="lazy" />` : words}</a
        >
      </li>`;
    })}
    ${mayOpen ? nothing : html`<li class="hint">${where}</li>`}
  </ul>`;
}

export const attachmentStyles = css`
  .files {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--yw-space-2);
    margin-top: var(--yw-space-1);
    list-style: none;
  }
  .files li {
    border-left: 0;
    padding: 0;
  }
  .files a,
  .files .shut {
    display: inline-flex;
    align-items: center;
    gap: var(--yw-space-2);
    max-width: min(280px, 70vw);
    min-height: var(--yw-control);
    padding: var(--yw-space-1) var(--yw-space-2);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
    background: var(--yw-sunken);
    color: inherit;
    text-decoration: none;
  }
  .files img {
    max-width: 160px;
    max-height: 120px;
    border-radius: var(--yw-radius-s);
    object-fit: contain;
  }
  .files small {
    flex: none;
    color: var(--yw-ink-3);
  }
  .choose {
    justify-self: start;
  }
  .choose:focus-within {
    outline: 2px solid var(--yw-focus);
    outline-offset: 2px;
  }
`;
