import { theme } from '../theme';

/** WeChat's own standard size of type (`fontSizeSetting`). */
const STANDARD = 17;
/** From here on it is 关怀模式 or as good: what can be tapped grows too. */
const CARE_FROM = 1.25;
const LARGEST = 1.7;

export interface Look {
  /** CSS variables for the outermost element. */
  style: string;
  /** Larger type and larger buttons. */
  care: boolean;
  dark: boolean;
}

const LIGHT = {
  page: '#f2f4f3',
  surface: '#ffffff',
  sunken: '#e9edeb',
  line: '#dfe4e1',
  ink: '#18211d',
  ink2: '#4b5751',
  mine: '#bfe9d2',
  onMine: '#10241b',
  urgent: '#b0251d',
  urgentSoft: '#fdecea',
  warn: '#6d4500',
  warnSoft: '#fdf3dd',
};

const DARK: typeof LIGHT = {
  page: '#101413',
  surface: '#191f1d',
  sunken: '#232a27',
  line: '#323b37',
  ink: '#e8eeeb',
  ink2: '#aab6b0',
  mine: '#1f5a43',
  onMine: '#e9fff5',
  urgent: '#ff9a90',
  urgentSoft: '#3b1a17',
  warn: '#f0c778',
  warnSoft: '#35290f',
};

/** As the customer has set WeChat and the phone. */
export function look(): Look {
  const { fontSizeSetting, fontSizeScaleFactor, theme: shade } = app();
  const scale = Math.min(LARGEST, Math.max(1, fontSizeScaleFactor ?? (fontSizeSetting ?? STANDARD) / STANDARD));
  const care = scale >= CARE_FROM;
  const dark = shade === 'dark';
  const colours = { ...(dark ? DARK : LIGHT), ...(dark ? theme.dark : theme.light) };
  const size = (px: number) => `${Math.round(px * scale * 10) / 10}px`;
  const sizes = {
    small: size(13),
    // Of five beside each other, whatever the size of type.
    label: `${Math.min(15, Math.round(13 * scale * 10) / 10)}px`,
    text: size(16),
    large: size(19),
    huge: size(24),
    tap: `${care ? 56 : 44}px`,
    tapSmall: `${care ? 52 : 40}px`,
    tile: `${care ? 88 : 92}px`,
  };
  return { style: variables({ ...colours, ...sizes }), care, dark };
}

/** What WeChat says of itself; older ones say it all in one. */
function app(): { fontSizeSetting?: number; fontSizeScaleFactor?: number; theme?: string } {
  return (wx.getAppBaseInfo ?? wx.getSystemInfoSync)();
}

function variables(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `--${name.replace(/[A-Z0-9]/g, (sign) => `-${sign.toLowerCase()}`)}:${value}`)
    .join(';');
}
