import { property, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import { announce } from '../../common/live';
import { toast } from '../../common/toast';
import type { Article } from '../articles';
import { faults } from '../content';
import '../golden/signing';
import type { Signing } from '../golden/signing';
import type { Ask } from '../review/ask';
import type { ArticleForm } from './article-form';
import { begin, changed, remember, saved, type Editing, type Outcome } from './editing';
import { forget, NEW } from './keep';
import type { Tab } from './notices';
import { t } from './text';

/** One article under an editor's hands: what is written and kept, and what comes of each step. */
export abstract class EditingElement extends YiwenElement {
  @property({ attribute: 'article-id' }) articleId = '';
  @state() protected editing?: Editing;
  @state() protected tab: Tab = 'edit';
  @state() protected busy = false;
  @state() protected tried = false;
  @state() protected slugTaken = false;
  /** What somebody else saved meanwhile. */
  @state() protected theirs?: Article;
  @query('yw-article-form') protected form?: ArticleForm;
  @query('yw-ask') protected ask!: Ask;
  @query('yw-signing') protected signing!: Signing;
  private keeping?: ReturnType<typeof setTimeout>;

  /** Whether something is written that the server does not have. */
  get dirty(): boolean {
    return this.editing !== undefined && changed(this.editing);
  }

  protected write(part: Partial<Editing>): void {
    if (!this.editing) return;
    this.editing = { ...this.editing, ...part };
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keepNow(), 400);
  }

  protected keepNow(): void {
    clearTimeout(this.keeping);
    if (!this.editing || this.busy) return;
    remember(this.editing);
    this.tell('kept');
  }

  protected readonly discard = () => {
    const before = this.editing;
    if (!before) return;
    forget(before.id);
    const latest = before.history[0];
    this.editing = { ...before, base: latest?.revision ?? 0, content: before.saved, recovered: undefined };
    this.tell('kept');
    toast(t('discarded'), { undo: () => before.id === this.articleId && this.write(before) });
  };

  /** The revision to schedule, saved if it was not. */
  protected async ready(): Promise<Article | undefined> {
    if (!this.editing || this.invalid(this.editing)) return undefined;
    const outcome = await saved(this.editing);
    if (outcome.kind === 'done') return outcome.article;
    await this.conclude(outcome, () => {});
    return undefined;
  }

  /** @param keep what is not saved stays written */
  protected async asked(work: () => Promise<Article | undefined>, keep = true): Promise<void> {
    await this.attempt(async () => {
      const article = await work();
      if (article) await this.refresh(article, keep);
    });
  }

  protected async work(action: (editing: Editing) => Promise<Outcome>, done: (article: Article) => void): Promise<void> {
    const editing = this.editing;
    if (!editing || this.busy) return;
    if (this.invalid(editing)) return;
    this.busy = true;
    try {
      const outcome = await action(editing);
      await this.conclude(outcome, done);
    } finally {
      this.busy = false;
    }
  }

  /** Whether there is something to mend first; it is shown then. */
  protected invalid(editing: Editing): boolean {
    this.tried = true;
    if (Object.keys(faults(editing.content, editing.id === NEW ? editing.slug : undefined)).length === 0) return false;
    this.tab = 'edit';
    announce(t('mendFaults'));
    toast(t('mendFaults'), { kind: 'problem' });
    void this.updateComplete.then(() => this.form?.focusFault());
    return true;
  }

  protected async conclude(outcome: Outcome, done: (article: Article) => void): Promise<void> {
    switch (outcome.kind) {
      case 'done':
        done(outcome.article);
        return this.refresh(outcome.article);
      case 'conflict':
        this.theirs = outcome.theirs;
        return;
      case 'slug-taken':
        this.slugTaken = true;
        await this.updateComplete;
        return this.form?.focusFault();
      case 'failed':
        if (outcome.unsigned) this.tab = 'review';
        toast(outcome.words, { kind: 'problem' });
    }
  }

  /** Reads the article again after it changed on the server; with `keep`, what is not saved stays written. */
  protected async refresh(article: Article, keep = false): Promise<void> {
    this.theirs = undefined;
    this.tried = false;
    if (keep && this.editing && this.dirty) remember(this.editing);
    else forget(this.articleId);
    this.tell('saved', article);
    if (this.articleId === NEW) return;
    this.editing = await begin(article.id);
    this.tell('kept');
  }

  protected async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}
