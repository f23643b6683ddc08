import { Marked, Tokenizer } from 'marked';
import DOMPurify from 'dompurify';
import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { addressIn, prepared, restored } from './as-written';
import { t } from './i18n/common';
import { boxTables } from './tables';

class ChineseTokenizer extends Tokenizer {
  /** 20~30GB, 5~10 元: only two waves strike through. */
  override del(source: string) {
    return /^~(?!~)/.test(source) ? undefined : super.del(source);
  }

  override url(source: string) {
    return super.url(addressIn(source));
  }
}

const marked = new Marked({ gfm: true, breaks: true });
marked.setOptions({ tokenizer: new ChineseTokenizer() });

// Own instance: hooks on the shared one would also change a host page's.
const purify = DOMPurify();
purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A') {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer nofollow');
  }
  if (node.tagName === 'PRE') {
    node.setAttribute('tabindex', '0');
    node.setAttribute('role', 'group');
    node.setAttribute('aria-label', t('code'));
  }
});

/** Markdown as safe HTML: no images, no scripts, no styles, links open apart. Put it in an element of `class="prose"`. */
export function markdown(text: string): TemplateResult {
  const markup = restored(marked.parse(prepared(text), { async: false }));
  const clean = purify.sanitize(markup, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['img', 'picture', 'video', 'audio', 'iframe', 'form', 'input', 'button', 'textarea', 'select', 'style'],
    FORBID_ATTR: ['style', 'class', 'id'],
  });
  return html`${unsafeHTML(boxTables(clean))}`;
}
