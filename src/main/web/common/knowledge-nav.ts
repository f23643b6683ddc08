import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from './element';
import { bundle } from './i18n/bundle';
import { base } from './styles';

const t = bundle(
  {
    label: '知识工作台',
    articles: '知识',
    gaps: '知识缺口',
    usefulness: '成效',
    golden: '标准测试题',
    graph: '故障图谱',
    topics: '主题',
    wishes: '转人工的说法',
  },
  {
    label: 'Knowledge workbench',
    articles: 'Articles',
    gaps: 'Gaps',
    usefulness: 'What helps',
    golden: 'Golden questions',
    graph: 'Faults',
    topics: 'Topics',
    wishes: 'Asking for a human',
  },
);

const PLACES = [
  ['articles', '/knowledge'],
  ['gaps', '/gaps'],
  ['usefulness', '/usefulness'],
  ['golden', '/knowledge?golden'],
  ['graph', '/knowledge?graph'],
  ['topics', '/knowledge?topics'],
  ['wishes', '/wishes'],
] as const;

/** `<yw-knowledge-nav current="gaps">`: the parts of the editors' work, and which one this is. */
@customElement('yw-knowledge-nav')
export class KnowledgeNav extends YiwenElement {
  @property() current = '';

  static styles = [
    base,
    css`
      nav {
        display: flex;
        gap: var(--yw-space-1);
        overflow-x: auto;
        scrollbar-width: none;
      }
      a {
        flex: none;
        padding: var(--yw-space-1) var(--yw-space-2);
        border-radius: var(--yw-radius-s);
        color: var(--yw-ink-2);
        text-decoration: none;
        white-space: nowrap;
      }
      a:hover {
        background: var(--yw-accent-soft);
      }
      a[aria-current] {
        color: var(--yw-accent-text);
        font-weight: 700;
      }
      @media (pointer: coarse) {
        a {
          padding-block: var(--yw-space-2);
        }
      }
    `,
  ];

  render() {
    return html`<nav aria-label=${t('label')}>
      ${PLACES.map(
        ([place, href]) => html`<a href=${href} aria-current=${this.current === place ? 'page' : nothing}>${t(place)}</a>`,
      )}
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-knowledge-nav': KnowledgeNav;
  }
}
