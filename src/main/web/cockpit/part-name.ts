import { ownBrand } from '../common/brand';
import { language } from '../common/i18n/language';
import type { By, Part } from './figures';
import { t } from './i18n';

const CHANNELS = ['WEB', 'VOICE', 'WECHAT', 'SOCIAL'] as const;

/** What a row stands for, as people call it. */
export function partName(by: By, { key, name }: Pick<Part, 'key' | 'name'>): string {
  if (by === 'HOUR') return t('hour', { hour: key });
  if (!key) return by === 'AGENT' ? t('bot') : t('unknown');
  if (name) return name;
  const channel = CHANNELS.find((one) => one === key);
  if (by === 'CHANNEL' && channel) return t(channel);
  return by === 'TOPIC' ? topicName(key) : key;
}

/** `plans` → 套餐, as an administrator named it. */
export function topicName(topic: string): string {
  const named = ownBrand()?.topics.find((one) => one.slug === topic);
  return (language() === 'en' ? named?.english : named?.name) || topic.replaceAll('-', ' ');
}

export function channelName(channel: string): string {
  return partName('CHANNEL', { key: channel });
}
