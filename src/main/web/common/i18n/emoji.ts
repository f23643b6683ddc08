import { bundle } from './bundle';

/** Words of the emoji picker. */
export const t = bundle(
  {
    emoji: '表情',
    open: '选择表情',
    search: '搜索表情，如：谢谢',
    none: '没有找到，换个词试试',
    faces: '表情',
    hands: '手势与人物',
    life: '生活',
    marks: '符号',
  },
  {
    emoji: 'Emoji',
    open: 'Choose an emoji',
    search: 'Search, for example: thanks',
    none: 'Nothing found; try another word',
    faces: 'Faces',
    hands: 'Hands and people',
    life: 'Life',
    marks: 'Signs',
  },
);
