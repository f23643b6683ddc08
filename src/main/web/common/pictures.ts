import { html, nothing } from 'lit';
import type { Attachment, Message } from './frames';
import { isPicture } from './files';

/** The pictures of a conversation with `at` shown large; nothing without one. */
export function pictureViewer(
  messages: readonly Message[],
  at: Attachment | undefined,
  load: (picture: Attachment) => Promise<string> | string,
  close: () => void,
) {
  if (!at) return nothing;
  void import('./picture-viewer');
  const all = messages.flatMap(({ body }) => (body.kind === 'text' && body.file && isPicture(body.file) ? [body.file] : []));
  const pictures = all.some((one) => one.id === at.id) ? all : [at];
  return html`<yw-picture-viewer .pictures=${pictures} at=${at.id} .load=${load} @viewed=${close}></yw-picture-viewer>`;
}
