import { Marked } from 'marked';
import DOMPurify from 'dompurify';
import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { boxTables } from './tables';

const marked = new Marked({ gfm: true, breaks: true });

// Own instance: hooks on the shared one would also change a host page's.
const purify = DOMPurify();
purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A') {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer nofollow');
  }
});

/** Markdown as safe HTML: no images, no scripts, no styles, links open apart. Put it in an element of `class="prose"`. */
export function markdown(text: string): TemplateResult {
  const clean = purify.sanitize(marked.parse(text, { async: false }), {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['img', 'picture', 'video', 'audio', 'iframe', 'form', 'input', 'button', 'textarea', 'select', 'style'],
    FORBID_ATTR: ['style', 'class', 'id'],
  });
  return html`${unsafeHTML(boxTables(clean))}`;
}
