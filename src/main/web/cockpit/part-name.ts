import { ownBrand } from '../common/brand';
import { language } from '../common/i18n/language';
import type { By, Part } from './figures';
import { t } from './i18n';

/** What it means that a part has no key, where that does not mean that nobody knows. */
const NONE: Partial<Record<By, 'bot' | 'noGroup' | 'noArticle'>> = { AGENT: 'bot', GROUP: 'noGroup', ARTICLE: 'noArticle' };
const CHANNELS = ['WEB', 'VOICE', 'WECHAT', 'SOCIAL'] as const;

/** What a row stands for, as people call it. */
export function partName(by: By, { key, name }: Pick<Part, 'key' | 'name'>): string {
  if (by === 'HOUR') return t('hour', { hour: key });
  if (!key) return t(NONE[by] ?? 'unknown');
  if (name) return name;
  if (by === 'TIER') return t('tier', { tier: key });
  const channel = CHANNELS.find((one) => one === key);
  if (by === 'CHANNEL' && channel) return t(channel);
  return by === 'TOPIC' || by === 'MAIN_TOPIC' ? topicName(key) : key;
}

/** `plans` → 套餐, as an administrator named it. */
export function topicName(topic: string): string {
  const named = ownBrand()?.topics.find((one) => one.slug === topic);
  return (language() === 'en' ? named?.english : named?.name) || topic.replaceAll('-', ' ');
}

export function channelName(channel: string): string {
  return partName('CHANNEL', { key: channel });
}

const STATIONS = ['BOT', 'QUEUE', 'AGENT', 'COLLEAGUE', 'TICKET', 'SETTLED', 'UNSETTLED', 'LEFT', 'GONE', 'OPEN', 'UNRIPE', 'BACK'] as const;

/** Of the journey: a station, an end, or the channel that one came by. */
export function stationName(station: string): string {
  const known = STATIONS.find((one) => one === station);
  return known ? t(`station${known}`) : channelName(station);
}

export function wayName(way: string): string {
  return way.split('>').map(stationName).join(' → ');
}
