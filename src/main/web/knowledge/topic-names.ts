import { language } from '../common/i18n/language';

/** Topics are the first part of a slug, in English; these are the ones that the starter knowledge uses. */
const NAMES: Record<string, string> = {
  account: '账号与登录',
  'agent-scripts': '坐席话术',
  articles: '未分主题',
  billing: '账单与缴费',
  broadband: '宽带',
  cancellation: '销户与停机保号',
  complaints: '投诉',
  'data-packs': '流量包',
  elderly: '长者服务',
  fusion: '融合套餐',
  identity: '实名制',
  invoices: '发票',
  network: '信号与网络',
  'number-portability': '携号转网',
  outages: '故障与公告',
  'ownership-transfer': '过户',
  plans: '套餐',
  'points-and-stars': '积分与星级',
  privacy: '隐私与安全',
  retention: '挽留方案',
  roaming: '漫游',
  sim: 'SIM 卡',
};

export const TOPICS = Object.keys(NAMES);

/** `plans` → 套餐; a topic that is not known, and every topic in English, is shown as it is written. */
export function topicName(topic: string): string {
  return language() === 'en' ? topic.replaceAll('-', ' ') : (NAMES[topic] ?? topic);
}
