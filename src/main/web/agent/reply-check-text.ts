import { bundle } from '../common/i18n/bundle';

/** The quiet line below the reply field. */
export const t = bundle(
  {
    differs: '“{said}”与知识不一致：{should}',
    older: '“{said}”是旧版本的说法，现在是：{should}',
    unsupported: '“{said}”在知识里没有依据',
    forbidden: '不能说“{said}”。可以说：{should}',
    forbiddenAlone: '不能说“{said}”',
    duty: '说“{said}”之前要先做：{should}',
    further: '还有 {n} 处',
    source: '{title}（第 {revision} 版）',
  },
  {
    differs: '“{said}” is not what the knowledge says: {should}',
    older: '“{said}” was said by an older revision; now: {should}',
    unsupported: 'Nothing in the knowledge supports “{said}”',
    forbidden: 'Do not say “{said}”. Instead: {should}',
    forbiddenAlone: 'Do not say “{said}”',
    duty: 'Before “{said}” comes: {should}',
    further: '{n} more',
    source: '{title} (revision {revision})',
  },
);
