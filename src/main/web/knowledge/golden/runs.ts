import { html, nothing } from 'lit';
import { cssText } from '../../common/css-text';
import { exact } from '../../common/time';
import type { Run } from './golden-api';
import { t } from './text';

const minute = (at: string) => exact(new Date(at)).slice(0, 16);

/** The latest runs as bars, the oldest first; what failed is on top. */
export function history(runs: Run[]) {
  const last = runs[0];
  if (!last) return html`<p class="hint">${t('historyNone')}</p>`;
  const told = ({ at, cause, passed, failed }: Run) => t('historyRun', { time: minute(at), cause: t(`cause${cause}`), passed, failed });
  const most = Math.max(1, ...runs.map((one) => one.passed + one.failed));
  const height = (n: number) => cssText({ height: `${(100 * n) / most}%` });
  return html`
    <p>${t('last', { time: minute(last.at), cause: t(`cause${last.cause}`), passed: last.passed, failed: last.failed, must: last.mustFailed })}</p>
    ${runs.length > 1
      ? html`<div class="bars" role="img" aria-label=${runs.map(told).join('; ')}>
          ${[...runs].reverse().map(
            (one) => html`<span title=${told(one)}>
              ${one.failed ? html`<i class="failed" .style=${height(one.failed)}></i>` : nothing}
              <i .style=${height(one.passed)}></i>
            </span>`,
          )}
        </div>`
      : nothing}
  `;
}
