import { html, type TemplateResult } from 'lit';
import type { Content } from '../articles';
import { daysBetween, today, validity } from '../content';
import { t } from '../i18n';

/** In words, what the two dates mean today. */
export function validityHint(content: Pick<Content, 'validFrom' | 'validTo'>, day = today()): TemplateResult {
  const { validFrom, validTo } = content;
  switch (validity(content, day)) {
    case 'FUTURE':
      return html`<span class="badge">${t('validFUTURE')}</span>
        ${t('startsIn', { n: daysBetween(day, validFrom ?? day), date: validFrom ?? '' })}`;
    case 'EXPIRED':
      return html`<span class="badge warn">${t('validEXPIRED')}</span>
        ${t('endedAgo', { n: daysBetween(validTo ?? day, day), date: validTo ?? '' })}`;
    case 'CURRENT':
      return html`<span class="badge ok">${validFrom === day ? t('startsToday') : t('validCURRENT')}</span>
        ${validTo === day
          ? t('endsToday')
          : validTo
            ? t('endsIn', { n: daysBetween(day, validTo), date: validTo })
            : t('neverEnds')}`;
  }
}
