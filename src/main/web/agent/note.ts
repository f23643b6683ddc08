import { css, html } from 'lit';
import type { Note } from '../common/frames';
import { exact, groupTime } from '../common/time';
import { t } from './tools-text';

export const notes = css`
  .note {
    align-self: center;
    width: min(78%, 720px);
    margin: var(--yw-space-2) 0;
    padding: 7px 12px;
    border: 1px dashed var(--yw-warn-text);
    border-radius: var(--yw-radius-m);
    background: var(--yw-warn-soft);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .note .by {
    color: var(--yw-warn-text);
    white-space: normal;
  }
`;

/** An internal note where it stands among the messages; the words say that the customer does not see it. */
export function noteBubble(note: Note) {
  const at = new Date(note.at);
  return html`<aside class="note" title=${exact(at)}
    ><div class="by"><strong>${t('noteLabel')}</strong> ${note.author} <time datetime=${note.at}>${groupTime(at)}</time></div
    >${note.text}</aside
  >`;
}
