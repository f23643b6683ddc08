import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import { bundle } from '../../common/i18n/bundle';
import { badges, base, buttons } from '../../common/styles';
import { timeElement } from '../../common/time';
import { toast } from '../../common/toast';
import { NEW } from './keep';

interface LinkCheck {
  url: string;
  state: 'WORKS' | 'BROKEN' | 'UNREACHABLE' | 'UNCHECKED';
  status?: number | null;
  failures: number;
  detail: string;
  checkedAt?: string | null;
}

interface LinksOfArticle {
  checked: boolean;
  links: LinkCheck[];
}

const t = bundle(
  {
    links: '链接',
    WORKS: '能打开',
    BROKEN: '失效',
    UNREACHABLE: '连不上',
    UNCHECKED: '还没有检查',
    failed: '{n} 次没连上',
    noWayOut: '本系统连不上外网，没有检查',
    inside: '内网地址，没有检查',
    off: '没有开启链接检查',
    check: '现在检查',
    checking: '正在检查…',
  },
  {
    links: 'Links',
    WORKS: 'works',
    BROKEN: 'broken',
    UNREACHABLE: 'not reachable',
    UNCHECKED: 'not checked yet',
    failed: 'no answer {n} times',
    noWayOut: 'Not checked: this system has no way out',
    inside: 'Not checked: a private address',
    off: 'Links are not checked here',
    check: 'Check now',
    checking: 'Checking…',
  },
);
const BADGES = { WORKS: 'ok', BROKEN: 'urgent', UNREACHABLE: 'urgent', UNCHECKED: '' };

/** `<yw-article-links article-id revision="3">`: where the saved answer's links lead; nothing where it has none. */
@customElement('yw-article-links')
export class ArticleLinks extends YiwenElement {
  @property({ attribute: 'article-id' }) articleId = '';
  /** The latest; a new one may have other links. */
  @property({ type: Number }) revision = 0;
  @state() private found?: LinksOfArticle;
  @state() private busy = false;

  static styles = [
    base,
    buttons,
    badges,
    css`
      .head {
        display: flex;
        gap: var(--yw-space-2);
        align-items: center;
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      ul {
        display: grid;
        gap: var(--yw-space-1);
        margin: 0;
        padding: 0;
        font-size: var(--yw-text-s);
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-2);
        align-items: baseline;
      }
      a {
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('articleId')) this.found = undefined;
    if ((changed.has('articleId') || changed.has('revision')) && this.articleId && this.articleId !== NEW) void this.read('GET', '');
  }

  private async read(method: 'GET' | 'POST', path: string): Promise<void> {
    const id = this.articleId;
    this.busy = method === 'POST';
    try {
      const found = await api<LinksOfArticle>(method, `/articles/${id}/links${path}`);
      if (id === this.articleId) this.found = found;
    } catch (failure) {
      if (method === 'POST') toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { found } = this;
    if (!found?.links.length) return nothing;
    return html`
      <div class="head">
        <strong>${t('links')}</strong>
        <span class="spread"></span>
        ${found.checked
          ? html`<button type="button" class="button quiet small" ?disabled=${this.busy} @click=${() => void this.read('POST', '/check')}>
              ${this.busy ? t('checking') : t('check')}
            </button>`
          : html`<span class="hint">${t('off')}</span>`}
      </div>
      <ul>
        ${found.links.map(
          (one) => html`<li>
            <span class="badge ${BADGES[one.state]}">${t(one.state)}${one.status && one.state === 'BROKEN' ? ` ${one.status}` : ''}</span>
            <a href=${one.url} target="_blank" rel="noopener noreferrer">${one.url}</a>
            <span class="hint">${this.why(one)} ${one.checkedAt ? timeElement(one.checkedAt) : nothing}</span>
          </li>`,
        )}
      </ul>
    `;
  }

  private why(one: LinkCheck): string {
    if (one.detail === 'no way out') return t('noWayOut');
    if (one.state === 'UNCHECKED' && one.detail.includes('private network')) return t('inside');
    return one.failures > 0 && one.state !== 'BROKEN' ? t('failed', { n: one.failures }) : '';
  }
}
