import { html, nothing, svg } from 'lit';
import { courseOf } from './wall';
import { t } from './wall-text';

const WIDTH = 64;
const HEIGHT = 18;
const PAD = 2;

/** The course of a customer's mood as a small curve, with the same in words. */
export function moodLine(moods: readonly number[]) {
  if (moods.length < 2) return nothing;
  const course = courseOf(moods);
  const x = (i: number) => PAD + (i * (WIDTH - 2 * PAD)) / (moods.length - 1);
  const y = (anger: number) => HEIGHT - PAD - Math.min(1, anger) * (HEIGHT - 2 * PAD);
  const words = t('moods', { n: moods.length, words: t(course), now: Math.round(moods.at(-1)! * 100) });
  return html`<svg class="mood ${course}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT} role="img" aria-label=${words}>
    ${svg`<title>${words}</title>
    <line x1="0" x2=${WIDTH} y1=${y(0.5)} y2=${y(0.5)}></line>
    <path d=${moods.map((one, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(one).toFixed(1)}`).join('')}></path>
    <circle cx=${x(moods.length - 1)} cy=${y(moods.at(-1)!)} r="2"></circle>`}
  </svg>`;
}
