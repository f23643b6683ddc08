import { html, nothing } from 'lit';
import { t } from './context-text';
import { cssText } from '../common/css-text';

export interface Feeling {
  seq: number;
  anger: number;
}

const WIDTH = 240;
const HEIGHT = 48;
const PAD = 5;

/** A number from 0 to 1 in words. */
export function feelingWords(anger: number): string {
  if (anger < 0.25) return t('emotionCalm');
  if (anger < 0.5) return t('emotionUneasy');
  return anger < 0.75 ? t('emotionUpset') : t('emotionAngry');
}

/** The course of anger over a customer's messages: a small curve, and the same in words for everybody. */
export function sparkline(course: Feeling[], jump: (seq: number) => void) {
  if (course.length === 0) return nothing;
  const x = (i: number) => PAD + (i * (WIDTH - 2 * PAD)) / (course.length - 1);
  const y = (anger: number) => HEIGHT - PAD - anger * (HEIGHT - 2 * PAD);
  const line = course.map((f, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(f.anger).toFixed(1)}`).join('');
  if (course.length === 1) return html`<p>${courseWords(course)}</p>`;
  return html`
    <figure class="feeling">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        <line class="middle" x1="0" x2=${WIDTH} y1=${y(0.5)} y2=${y(0.5)}></line>
        <path d=${line}></path>
      </svg>
      <div class="points" aria-hidden="true">
        ${course.map(
          (f, i) => point(f, (100 * x(i)) / WIDTH, (100 * y(f.anger)) / HEIGHT, jump),
        )}
      </div>
      <figcaption class=${course.at(-1)!.anger >= 0.5 ? 'loud' : ''}>${courseWords(course)}</figcaption>
    </figure>
  `;
}

/** A point is a button of the page, not of the drawing: round whatever the drawing's width. */
function point(feeling: Feeling, left: number, top: number, jump: (seq: number) => void) {
  return html`<button
    tabindex="-1"
    class=${feeling.anger >= 0.5 ? 'loud' : ''}
    .style=${cssText({ left: `${left}%`, top: `${top}%` })}
    title=${t('emotionAt', { seq: feeling.seq, words: feelingWords(feeling.anger) })}
    @click=${() => jump(feeling.seq)}
  ></button>`;
}

function courseWords(course: Feeling[]): string {
  const first = course[0]!;
  const last = course.at(-1)!;
  const from = feelingWords(first.anger);
  const to = feelingWords(last.anger);
  const most = feelingWords(Math.max(...course.map((f) => f.anger)));
  if (from === to && most !== to) return t('emotionPast', { most, now: to });
  if (from === to) return course.length === 1 ? to : t('emotionSteady', { now: to });
  return t(last.anger > first.anger ? 'emotionRising' : 'emotionFalling', { from, to });
}
