export interface Emoji {
  sign: string;
  zh: string;
  en: string;
}

export type Category = keyof typeof NAMED;

/** Each with its Chinese and English name; older phones show all of them. */
const NAMED = {
  faces:
    '😀 笑脸 grinning;😃 开心大笑 happy;😄 眯眼笑 smile;😁 咧嘴笑 beaming;😆 大笑 laughing;😅 苦笑流汗 sweat smile;' +
    '😂 笑哭 tears of joy;🤣 笑翻 rolling laughing;🙂 微笑 slight smile;🙃 倒脸 upside down;😉 眨眼 wink;😊 羞涩微笑 blush;' +
    '😇 天使 innocent;🥰 喜爱 loving;😍 花痴 heart eyes;😘 飞吻 kiss;😋 好吃 yummy;😜 调皮 tongue wink;' +
    '🤗 拥抱 hug;🤭 捂嘴笑 giggle;🤔 思考 thinking;🤐 闭嘴 zipped;😐 面无表情 neutral;😑 无语 expressionless;' +
    '😏 得意 smirk;😒 不高兴 unamused;🙄 白眼 eye roll;😬 尴尬 grimace;😌 放心 relieved;😔 失落 pensive;' +
    '😪 困 sleepy;😴 睡觉 asleep;😷 口罩生病 mask;🤒 发烧 fever;🤧 喷嚏 sneeze;😵 头晕 dizzy;' +
    '😎 酷墨镜 cool;🥳 庆祝 party;😕 困惑 confused;😟 担心 worried;🙁 难过 sad;😮 惊讶 surprised;' +
    '😲 震惊 astonished;😳 脸红 flushed;🥺 恳求 pleading;😨 害怕 fearful;😰 冷汗着急 anxious;😥 委屈 disappointed;' +
    '😢 流泪 crying;😭 大哭 sobbing;😱 惊恐 screaming;😖 难受 confounded;😞 失望 let down;😓 汗 downcast;' +
    '😩 累 weary;😫 疲惫 tired;😤 生气哼 huffing;😡 愤怒 angry;😠 恼火 mad;🤬 骂人 swearing',
  hands:
    '👍 赞好的 thumbs up;👎 不好 thumbs down;👌 好的没问题 ok;✌️ 胜利 victory;🤞 祝好运 fingers crossed;🤝 握手合作 handshake;' +
    '🙏 谢谢拜托 thanks please;👏 鼓掌 clap;🙌 欢呼 hooray;💪 加油 strong;👋 你好再见 wave hello bye;✋ 停举手 raised hand;' +
    '👉 右边 point right;👈 左边 point left;👆 上面 point up;👇 下面 point down;✊ 拳头 fist;👊 碰拳 punch;' +
    '🤙 打电话 call me;🖐️ 手掌 hand;🙋 举手提问 question;🙅 不行 no;🙆 可以 ok person;🤷 不知道 shrug;' +
    '🤦 捂脸无奈 facepalm;🙇 抱歉鞠躬 sorry bow;👨‍🔧 维修师傅 mechanic;👩‍💼 客服 office;👨‍👩‍👧 家人 family;👴 爷爷老人 old man;' +
    '👵 奶奶老人 old woman;👶 宝宝 baby',
  life:
    '📱 手机 phone;☎️ 电话座机 telephone;📞 听筒打电话 call;💻 电脑 computer;🖥️ 显示器 screen;📺 电视 television;' +
    '📡 信号天线 antenna;📶 信号格 signal;🔌 插头电源 plug;🔋 电池电量 battery;💡 灯泡主意 light idea;🔧 扳手维修 repair;' +
    '🔒 锁安全 locked;🔑 钥匙密码 key;🏠 家 home;🏢 营业厅大楼 building;🚗 汽车 car;✈️ 飞机出国 plane;' +
    '🌍 地球国际 world;⏰ 闹钟时间 alarm;⏳ 等待 wait;📅 日历日期 calendar;📍 位置地址 location;📷 拍照 camera;' +
    '📎 附件 attachment;📄 文件 document;📝 记录填写 note;✉️ 信短信 letter;📦 快递包裹 parcel;💳 银行卡 card;' +
    '💰 钱话费 money;🧾 账单发票 receipt;🎁 礼物优惠 gift;🎂 生日蛋糕 birthday;☕ 咖啡 coffee;🍵 茶 tea;' +
    '🌹 玫瑰 rose;🌞 太阳 sun;🌧️ 下雨 rain;❄️ 雪冷 snow;🔥 火 fire;🎉 庆祝礼花 celebration',
  marks:
    '❤️ 爱心 heart;💔 心碎 broken heart;✅ 完成对 done;✔️ 对勾 check;❌ 错误不 wrong;❓ 问号疑问 question;' +
    '❗ 感叹号注意 exclamation;⚠️ 警告小心 warning;🚫 禁止 forbidden;💯 满分 hundred;⭐ 星星 star;✨ 闪亮 sparkles;' +
    '➡️ 向右 right;⬅️ 向左 left;⬆️ 向上 up;⬇️ 向下 down;🔄 刷新重试 refresh;🔔 铃提醒 bell;' +
    '🔕 静音 mute;🆗 好的 ok;🆕 新 new;🆓 免费 free;🔴 红灯 red;🟢 绿灯 green;' +
    '🟡 黄灯 yellow;⚫ 黑熄灭 black;1️⃣ 一 one;2️⃣ 二 two;3️⃣ 三 three;💬 消息 message;' +
    '💤 睡 zzz;🈶 有 have',
};

export const CATEGORIES = Object.keys(NAMED) as Category[];

export const EMOJI = Object.fromEntries(
  Object.entries(NAMED).map(([category, all]) => [category, all.split(';').map(read)]),
) as Record<Category, Emoji[]>;

/** A name with any of the words, in either language. */
export function matches(emoji: Emoji, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  return !wanted || `${emoji.zh} ${emoji.en}`.includes(wanted) || emoji.sign === wanted;
}

function read(line: string): Emoji {
  const [sign = '', zh = '', ...en] = line.split(' ');
  return { sign, zh, en: en.join(' ') };
}
