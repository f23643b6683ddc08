/** Colours of a brand, made legible: WCAG 2.2, 1.4.3 wants 4.5:1 between text and what is behind it. */
const AA = 4.5;

type Rgb = [number, number, number];

/** As custom properties: `--yw-accent` and those that go with it. */
export type Shades = Record<string, string>;

/** Contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrast(one: string, other: string): number {
  const [high, low] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** White or black, whichever reads better: one of the two always does. */
export function ink(on: string): string {
  return contrast(on, '#ffffff') >= AA ? '#ffffff' : '#000000';
}

/** The same hue, as dark or light as text on that ground must be. */
export function legible(colour: string, ...grounds: string[]): string {
  const towards = luminance(rgb(grounds[0]!)) > 0.18 ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.04) {
    const shade = mix(colour, towards, share);
    if (grounds.every((ground) => contrast(shade, ground) >= AA)) return shade;
  }
  return towards;
}

/** For a light page; the customer's bubble is of the accent, unless it has a colour of its own. */
export function lightShades(accent?: string, bubble = soft(accent, '#ffffff')): Shades {
  return { ...accentShades('#ffffff', '#f2f4f3', accent), ...bubbleShades(bubble) };
}

/** For a dark one. */
export function darkShades(accent?: string, bubble = soft(accent, '#191f1d')): Shades {
  return { ...accentShades('#191f1d', '#222a27', accent), ...bubbleShades(bubble) };
}

function accentShades(surface: string, page: string, accent?: string): Shades {
  if (!accent) return {};
  const soft = mix(accent, surface, 0.86);
  const text = legible(accent, surface, page, soft);
  // A button of the surface's own colour would be none.
  const ground = contrast(accent, surface) < 1.5 ? text : accent;
  return {
    '--yw-accent': ground,
    '--yw-accent-hover': mix(ground, ink(ground) === '#ffffff' ? '#000000' : '#ffffff', 0.12),
    '--yw-on-accent': ink(ground),
    '--yw-accent-text': text,
    '--yw-accent-soft': soft,
    '--yw-selected': soft,
    '--yw-focus': text,
  };
}

/** A tint of the colour that stands out from the surface and takes dark words on a light one, light words on a dark one. */
function soft(colour: string | undefined, surface: string): string | undefined {
  return colour && mix(colour, surface, 0.7);
}

function bubbleShades(bubble?: string): Shades {
  return bubble ? { '--yw-bubble-mine': bubble, '--yw-on-bubble-mine': ink(bubble) } : {};
}

function mix(one: string, other: string, share: number): string {
  const [a, b] = [rgb(one), rgb(other)];
  return `#${a.map((part, i) => Math.round(part + (b[i]! - part) * share).toString(16).padStart(2, '0')).join('')}`;
}

function rgb(colour: string): Rgb {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as Rgb;
}

/** WCAG 2.2, “relative luminance”. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
