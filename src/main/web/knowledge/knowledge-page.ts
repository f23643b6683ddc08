import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import '../common/states';
import { base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import '../common/top-bar';
import './editor/article-editor';
import type { ArticleEditor } from './editor/article-editor';
import './list/article-list';
import type { ArticleList } from './list/article-list';
import { noFilter, type Article, type Facets, type Filter } from './articles';
import { t } from './i18n';
import { keptIds, NEW } from './editor/keep';
import { pageStyles } from './page-styles';
import './list/topics';
import type { Rule } from './review/review-api';
import './review/rule';
import './sets/publish-sets';
import type { PublishSets } from './sets/publish-sets';
import { t as setWords } from './sets/text';
import './golden/golden-view';
import { t as golden } from './golden/text';
import './graph/graph-view';
import { t as graphWords } from './graph/text';
import { t as topicWords } from './topics/text';
import './topics/topic-tree';
import '../common/knowledge-nav';
import './importing/export-menu';
import './importing/import-view';
import { t as importing } from './importing/text';
import './snippets/snippets';
import type { Snippets } from './snippets/snippets';
import { t as snippetWords } from './snippets/text';
import './trial/trial';
import type { Trial } from './trial/trial';

const PARTS = ['golden', 'graph', 'topics'] as const;
type Part = (typeof PARTS)[number];
const TITLES: Record<Part, () => string> = {
  golden: () => golden('golden'),
  graph: () => graphWords('graph'),
  topics: () => topicWords('topics'),
};

/** The editors' page: topics, the list, one article. The address names what is open and filtered. */
@customElement('yiwen-knowledge')
export class KnowledgePage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private filter: Filter = noFilter;
  @state() private facets: Facets = {};
  @state() private open = '';
  @state() private importing = false;
  /** What stands instead of the articles. */
  @state() private pane?: Part;
  @state() private rule?: Rule;
  @state() private unsaved = keptIds();
  /** A wording that another page asks to be taken into what is open. */
  @state() private wording = '';
  @query('yw-article-list') private list?: ArticleList;
  @query('yw-article-editor') private editor?: ArticleEditor;
  @query('yw-trial') private trial?: Trial;
  @query('yw-publish-sets') private sets?: PublishSets;
  @query('yw-snippets') private snippets?: Snippets;

  static styles = [base, buttons, pageStyles];

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.readAddress);
    window.addEventListener('keydown', this.key);
    this.readAddress();
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.readAddress);
    window.removeEventListener('keydown', this.key);
  }

  protected updated(): void {
    const rise = this.open && narrow.matches ? '48px' : '0px';
    document.documentElement.style.setProperty('--yw-toast-rise', rise);
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`
      <yw-top-bar .staff=${this.staff} current="knowledge"></yw-top-bar>
      ${this.failure
        ? html`<yw-empty heading=${this.failure}>
            <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
          </yw-empty>`
        : this.staff && !has(this.staff, 'EDIT')
          ? html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
              <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
            </yw-empty>`
          : this.staff
            ? this.panes()
            : html`<div class="waiting"><yw-skeleton lines="9"></yw-skeleton></div>`}
    `;
  }

  private panes() {
    return html`
      <main>
        <div class="tools">
          <h1>${this.pane ? TITLES[this.pane]() : shared('knowledge')}</h1>
          <yw-knowledge-nav current=${this.pane ?? 'articles'}></yw-knowledge-nav>
          <span class="keys hint">${t('keys')}</span>
          <span class="spread"></span>
          ${this.staff && has(this.staff, 'SETTINGS') ? html`<a class="button" href="/start">${t('examples')}</a>` : nothing}
          <yw-review-rule ?may=${Boolean(this.staff && has(this.staff, 'SETTINGS'))} @rule=${(event: CustomEvent<Rule>) => (this.rule = event.detail)}></yw-review-rule>
          <button class="button" @click=${() => void this.sets?.show()}>${setWords('sets')}</button>
          <button class="button" @click=${() => void this.snippets?.show()}>${snippetWords('snippets')}</button>
          <button class="button" aria-pressed=${this.importing} @click=${() => this.showImport(!this.importing)}>${importing('import')}</button>
          <yw-export-menu .filter=${this.filter}></yw-export-menu>
          <button class="button" @click=${() => this.trial?.show()}>${icons.bot}${t('trial')}</button>
          <button class="button primary" @click=${() => this.go(NEW)}>${icons.plus}${t('newArticle')}</button>
        </div>
        ${this.importing
          ? html`<yw-import-view
              @close=${() => this.showImport(false)}
              @changed=${() => void this.list?.reload()}
            ></yw-import-view>`
          : nothing}
        ${this.pane === 'golden' ? html`<yw-golden @close=${this.closePart}></yw-golden>` : nothing}
        ${this.pane === 'graph' ? html`<yw-fault-graph @close=${this.closePart}></yw-fault-graph>` : nothing}
        ${this.pane === 'topics' ? html`<yw-topic-tree @close=${this.closePart}></yw-topic-tree>` : nothing}
        <div class="panes ${this.open ? 'opened' : ''}" ?hidden=${this.importing || this.pane}>
          <yw-topics
            .counts=${this.facets.topic}
            .selected=${this.filter.topic}
            @topic=${(event: CustomEvent<string>) => this.narrow({ ...this.filter, topic: event.detail })}
          ></yw-topics>
          <yw-article-list
            .filter=${this.filter}
            .unsaved=${this.unsaved}
            open-id=${this.open}
            ?compact=${Boolean(this.open) || narrow.matches}
            @filter=${(event: CustomEvent<Filter>) => this.narrow(event.detail)}
            ?publisher=${Boolean(this.staff && has(this.staff, 'PUBLISH'))}
            @facets=${(event: CustomEvent<Facets>) => (this.facets = event.detail)}
            @open=${(event: CustomEvent<string>) => this.go(event.detail)}
            @new=${() => this.go(NEW)}
          ></yw-article-list>
          ${this.open
            ? html`<yw-article-editor
                article-id=${this.open}
                ?publisher=${Boolean(this.staff && has(this.staff, 'PUBLISH'))}
                .staff=${this.staff}
                .rule=${this.rule}
                .wording=${this.wording}
                @taken=${this.taken}
                @saved=${(event: CustomEvent<Article>) => this.saved(event.detail)}
                @kept=${() => (this.unsaved = keptIds())}
                @close=${() => this.go('')}
              ></yw-article-editor>`
            : nothing}
        </div>
      </main>
      <yw-publish-sets
        open-id=${this.open}
        ?publisher=${Boolean(this.staff && has(this.staff, 'PUBLISH'))}
        ?holds=${Boolean(this.rule?.holds)}
        @open=${(event: CustomEvent<string>) => this.go(event.detail)}
        @changed=${() => void this.list?.reload()}
      ></yw-publish-sets>
      <yw-snippets
        ?holds=${Boolean(this.rule?.holds)}
        ?publisher=${Boolean(this.staff && has(this.staff, 'PUBLISH'))}
        @open=${(event: CustomEvent<string>) => this.go(event.detail)}
        @changed=${() => this.editor?.valuesChanged()}
      ></yw-snippets>
      <yw-trial @open=${(event: CustomEvent<string>) => this.go(event.detail)}></yw-trial>
    `;
  }

  private go(id: string): void {
    if (id === this.open) return;
    this.importing = false;
    this.pane = undefined;
    if (this.editor?.dirty) toast(t('keptUnsaved'));
    this.open = id;
    this.writeAddress('push');
  }

  private readonly closePart = () => {
    this.pane = undefined;
    this.writeAddress('push');
  };

  private showImport(shown: boolean): void {
    this.importing = shown;
    this.pane = undefined;
    this.writeAddress('push');
  }

  private narrow(filter: Filter): void {
    this.filter = filter;
    this.writeAddress('replace');
  }

  private saved(article: Article): void {
    if (this.open === NEW) {
      this.open = article.id;
      this.writeAddress('replace');
    }
    void this.list?.reload();
  }

  private readonly readAddress = () => {
    const query = new URLSearchParams(location.search);
    this.open = query.get('article') ?? '';
    this.importing = query.has('import') && !this.open;
    this.pane = this.open || this.importing ? undefined : PARTS.find((one) => query.has(one));
    this.wording = query.get('wording') ?? '';
    const filter = { ...noFilter };
    for (const name of Object.keys(noFilter) as (keyof Filter)[]) filter[name] = query.get(name) ?? '';
    this.filter = filter;
  };

  private writeAddress(how: 'push' | 'replace'): void {
    const query = new URLSearchParams();
    if (this.open) query.set('article', this.open);
    else if (this.importing) query.set('import', '');
    else if (this.pane) query.set(this.pane, '');
    for (const [name, value] of Object.entries(this.filter)) if (value) query.set(name, value);
    const text = query.toString();
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', text ? `?${text}` : location.pathname);
  }

  /** Once taken it is no part of the address any more: a reload would take it again. */
  private readonly taken = () => {
    this.wording = '';
    this.writeAddress('replace');
  };

  private readonly key = (event: KeyboardEvent) => {
    const target = event.composedPath()[0];
    const typing = target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !this.list || this.importing || this.pane) return;
    if (event.composedPath().some((one) => one instanceof HTMLDialogElement)) return;
    const action = this.keys[event.key];
    if (!action) return;
    // Enter on a button or link is its own.
    if (event.key === 'Enter' && target instanceof HTMLElement && target.matches('a, button, summary')) return;
    event.preventDefault();
    action();
  };

  private readonly keys: Record<string, (() => void) | undefined> = {
    '/': () => this.list?.focusSearch(),
    j: () => this.list?.move(1),
    k: () => this.list?.move(-1),
    Enter: () => this.list?.openActive(),
    x: () => this.list?.pickActive(),
    n: () => this.go(NEW),
    t: () => this.trial?.show(),
    Escape: () => this.go(''),
  };
}

const narrow = matchMedia('(max-width: 760px)');
