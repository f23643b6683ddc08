import { bundle } from '../common/i18n/bundle';

/** What an editor may add words to. */
export const ACTS = [
  'NEVER_MIND',
  'SOLVED',
  'THANKS',
  'PRAISE',
  'INSULT',
  'JOKE',
  'IDENTITY',
  'ABILITY',
  'OUT_OF_SCOPE',
  'OTHER_COMPANY',
  'GREETING',
  'GOODBYE',
  'ACKNOWLEDGE',
] as const;

/** As the server names them. */
export type Act = (typeof ACTS)[number] | 'WORDLESS' | 'ANGRY_FACE' | 'NUMBER' | 'PRIVATE_NUMBER';

export const actName: (act: Act) => string = bundle(
  {
    NEVER_MIND: '算了，不需要了',
    SOLVED: '已经解决',
    THANKS: '道谢',
    PRAISE: '表扬',
    INSULT: '骂人，没有问题',
    JOKE: '玩笑、闲聊',
    IDENTITY: '问是人还是机器',
    ABILITY: '问能做什么',
    OUT_OF_SCOPE: '业务以外的事',
    OTHER_COMPANY: '别家公司的事',
    GREETING: '问候',
    GOODBYE: '告别',
    ACKNOWLEDGE: '应答',
    WORDLESS: '没有文字',
    ANGRY_FACE: '生气的表情',
    NUMBER: '只有一串数字',
    PRIVATE_NUMBER: '证件号、卡号或密码',
  },
  {
    NEVER_MIND: 'Never mind',
    SOLVED: 'Solved',
    THANKS: 'Thanks',
    PRAISE: 'Praise',
    INSULT: 'An insult, no question',
    JOKE: 'A joke or chat',
    IDENTITY: 'Is this a person?',
    ABILITY: 'What can you do?',
    OUT_OF_SCOPE: 'Out of scope',
    OTHER_COMPANY: 'Another company’s matter',
    GREETING: 'Greeting',
    GOODBYE: 'Goodbye',
    ACKNOWLEDGE: 'Acknowledgement',
    WORDLESS: 'No words',
    ANGRY_FACE: 'Angry faces',
    NUMBER: 'A bare number',
    PRIVATE_NUMBER: 'A private number',
  },
);
