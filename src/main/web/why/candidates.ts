import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cssText } from '../common/css-text';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { markdown } from '../common/markdown';
import { badges, base, buttons, prose } from '../common/styles';
import type { Article } from '../knowledge/articles';
import { contentOf } from '../knowledge/content';
import { differences, differenceStyles } from '../knowledge/editor/differences';
import { candidateStyles } from './candidate-styles';
import { t } from './i18n';
import { bars, cards } from './styles';
import type { Found, ThenAndNow } from './traces';
import { figure } from './words';

/** `<yw-candidates .found .used .articles>`: what a search found, with scores, and its articles then and now. */
@customElement('yw-candidates')
export class Candidates extends YiwenElement {
  @property({ attribute: false }) found: Found[] = [];
  /** Slugs of those that the answer is made of. */
  @property({ attribute: false }) used: string[] = [];
  /** Undefined while they are loaded. */
  @property({ attribute: false }) articles?: ThenAndNow[];
  /** Whether the reader may open the editors' page. */
  @property({ type: Boolean }) editor = false;

  /** What was asked, for editors: it may become a further wording of an article. */
  @property() question = '';

  static styles = [base, buttons, badges, prose, cards, bars, differenceStyles, candidateStyles];

  render() {
    const words = Math.max(1e-9, ...this.found.map((one) => one.lexical ?? 0));
    const scores = this.found.map((one) => one.score ?? 0);
    const [low, high] = [Math.min(0, ...scores), Math.max(...scores)];
    return html`
      <table>
        <thead>
          <tr>
            <th class="rank">${t('rank')}</th>
            <th>${shared('knowledge')}</th>
            <th>${t('passage')}</th>
            <th class="number">${t('dense')}</th>
            <th class="number">${t('lexical')}</th>
            <th class="number">${t('score')}</th>
          </tr>
        </thead>
        ${this.found.map(
          (one, at) => html`<tbody>
            <tr>
              <td class="rank">${at + 1}</td>
              <td class="what">${this.heading(one)}</td>
              <td class="passage" data-label=${t('passage')}>${one.passage ?? '–'}</td>
              ${this.number(t('dense'), one.dense, one.dense ?? 0)} ${this.number(t('lexical'), one.lexical, (one.lexical ?? 0) / words)}
              ${this.number(t('score'), one.score, ((one.score ?? 0) - low) / Math.max(1e-9, high - low))}
            </tr>
            ${this.whole(one)}
          </tbody>`,
        )}
      </table>
    `;
  }

  private number(name: string, value: number | undefined, share: number) {
    const width = Math.max(0, Math.min(1, share)) * 100;
    return html`<td class="number">
      <div><span class="label">${name}</span><span class="bar"><i .style=${cssText({ width: `${width}%` })}></i></span><b>${figure(value)}</b></div>
    </td>`;
  }

  private heading(one: Found) {
    const article = this.of(one);
    const id = article?.now?.id ?? article?.then?.id;
    const title = one.title ?? one.article;
    return html`
      <div class="title">
        ${id && this.editor ? html`<a href="/knowledge?article=${id}">${title}</a>` : title}
        ${this.used.includes(one.article) ? html`<span class="badge ok">${t('used')}</span>` : nothing}
      </div>
      <div class="hint">${this.revision(one, article)}</div>
      ${article?.now && this.editor && this.question && !knows(article.now, this.question)
        ? html`<a class="button small" href=${`/knowledge?article=${article.now.id}&wording=${encodeURIComponent(this.question)}`}>${t('addWording')}</a>`
        : nothing}
    `;
  }

  private revision(one: Found, article?: ThenAndNow) {
    if (one.revision === undefined) return nothing;
    const then = one.revision;
    if (!article) return t('revisionThen', { then });
    if (!article.now) return html`<span class="badge warn">${t('revisionRetired', { then })}</span>`;
    return article.now.revision === then
      ? t('revisionSame', { then })
      : html`<span class="badge warn">${t('revisionChanged', { then, now: article.now.revision })}</span>`;
  }

  private whole(one: Found) {
    const article = this.of(one);
    if (!article) return nothing;
    const { then, now } = article;
    const changed = then && now && then.revision !== now.revision;
    return html`<tr>
      <td class="whole" colspan="6">
        ${then
          ? html`<details ?open=${Boolean(changed) && this.used.includes(one.article)}>
              <summary>${changed ? t('showChanges') : t('showThen')}</summary>
              ${changed ? this.changes(then, now) : nothing}
              <h3>${t('thenContent', { n: then.revision })}</h3>
              <div class="then prose">${markdown(then.answer)}</div>
            </details>`
          : html`<p class="hint">${t('revisionLost')}</p>`}
      </td>
    </tr>`;
  }

  private changes(then: Article, now: Article) {
    return html`
      <h3>${t('changesSince', { then: then.revision, now: now.revision })}：<ins>${t('added')}</ins> <del>${t('removed')}</del></h3>
      ${differences(contentOf(then), contentOf(now))}
    `;
  }

  private of(one: Found): ThenAndNow | undefined {
    return this.articles?.find((each) => each.slug === one.article);
  }
}

function knows(article: Article, question: string): boolean {
  return article.question === question || article.phrasings.includes(question);
}
