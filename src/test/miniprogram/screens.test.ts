import { strict as assert } from 'node:assert';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { gallery, screen, type Screen } from './frame';
import { begin, finish, pass, Phone, said, type Settings } from './phone';

declare const process: any, require: any, document: any;

const ANSWER = {
  kind: 'answer',
  text: '套餐内流量用完后，**超出部分按 5 元/GB** 计费，不足 1 GB 按 1 GB 收取：\n\n1. 当月超出费用达到 100 元后，流量自动暂停，次月 1 日恢复；\n2. 想继续使用可以办理 **10 元 3 GB 加油包**，当月有效；\n3. 发送“流量”到客服可以查询剩余流量。',
  sources: [{ article: 'a', title: '套餐外流量怎么收费', revision: 3 }],
  confidence: 0.93,
  related: ['怎么办理加油包', '怎么查询本月已用流量'],
};

const PAST = {
  'GET /api/v1/chat/tickets': [
    {
      number: 1203,
      subject: '宽带断了三天，光猫 LOS 亮红灯',
      state: 'IN_PROGRESS',
      openedAt: '2026-01-05T02:00:00Z',
      said: [{ at: '2026-01-05T03:00:00Z', name: '王芳', words: '已为您约今天下午 2 点到 4 点上门。' }, { at: '2026-01-05T03:05:00Z', words: '好的，我在家。' }],
    },
    { number: 1100, subject: '上月话费多了三十元', state: 'RESOLVED', openedAt: '2025-12-20T02:00:00Z', resolvedAt: '2025-12-21T02:00:00Z', said: [] },
  ],
  'GET /api/v1/chat/history': {
    conversations: [
      { id: 'e1', openedAt: '2025-12-20T02:00:00Z', messages: [{ seq: 1, author: { kind: 'customer' }, body: { kind: 'text', text: '上月话费为什么多了三十元' }, at: '2025-12-20T02:00:00Z' }] },
    ],
    next: 'e1',
  },
};

/** Draws what the mini-program shows in each of its states, for people to look at. */
describe('the screens', () => {
  const screens: Screen[] = [];
  beforeEach(begin);
  afterEach(finish);
  after(() => {
    const fs = require('node:fs');
    fs.mkdirSync(process.env.SCREENS, { recursive: true });
    fs.writeFileSync(`${process.env.SCREENS}/index.html`, gallery(screens));
  });

  const looks: [string, string, Settings][] = [
    ['', '', {}],
    ['-care', '，关怀模式', { fontSizeScaleFactor: 1.4 }],
    ['-dark', '，深色', { theme: 'dark' }],
  ];

  const draw = (name: string, title: string, steps: (phone: Phone) => Promise<unknown> | void) => {
    for (const [suffix, said, settings] of looks) {
      it(`${name}${suffix}`, async () => {
        const phone = new Phone({ ...settings });
        await steps(phone);
        await pass(200);
        const drawn = screen(phone, name + suffix, title + said);
        assert.ok(drawn.html.length > 2000);
        screens.push(drawn);
      });
    }
  };

  draw('home', '首页', (phone) => void phone.page('home'));
  draw('consent', '同意', (phone) => void phone.page('chat'));
  draw('welcome', '开始', (phone) => phone.chat());
  draw('answer', 'AI 回答', async (phone) => {
    await phone.chat();
    phone.socket.push(said(1, 'customer', '流量用超了怎么收费'), said(2, 'bot', ANSWER));
  });
  draw('queue', '排队', async (phone) => {
    phone.settings.answers = { 'GET /api/v1/wechat/consents': { templates: ['t1'] } };
    await phone.chat({ owner: { kind: 'queue' } });
    phone.socket.push(
      said(1, 'customer', '宽带断了三天，没人管'),
      said(2, 'bot', { kind: 'smalltalk', text: '很抱歉给您带来不便，马上为您转人工。', options: [] }),
      said(3, 'system', { kind: 'notice', code: 'queued', text: '已转人工，您前面还有 2 位', facts: {} }),
      { type: 'queue', position: 3, putAhead: 0, lowSeconds: 120, highSeconds: 300, anyoneOnline: true, botHelps: false },
    );
    await pass(300);
  });
  draw('leave', '留言', async (phone) => {
    await phone.chat({ owner: { kind: 'queue' } });
    phone.socket.push({ type: 'queue', position: 9, putAhead: 0, lowSeconds: 900, highSeconds: 1800, anyoneOnline: true, botHelps: false });
    await pass(100);
    await phone.tap('.yw-waiting--choice');
  });
  draw('agent', '人工', async (phone) => {
    await phone.chat({ owner: { kind: 'agent', name: '王芳' } });
    phone.socket.push(
      said(1, 'system', { kind: 'notice', code: 'agent-joined', text: '客服王芳为您服务', facts: {} }),
      said(2, 'agent', '您好，我看到您前面说宽带断了三天。光猫上的 LOS 灯是什么颜色？'),
      said(3, 'customer', { kind: 'text', text: '[图片]', file: { id: 'f1', name: '光猫.jpg', mediaType: 'image/jpeg', size: 9 } }),
      said(4, 'customer', { kind: 'text', text: '[语音]', file: { id: 'f2', name: 'v.wav', mediaType: 'audio/vnd.wave', size: 9, seconds: 7 } }),
      said(5, 'agent', '收到，LOS 亮红灯是光路断了。已为您约今天下午 2 点到 4 点上门，工单 1203。'),
      { type: 'read', seq: 4 },
    );
    await pass(100);
    await phone.write('好的，谢谢');
    phone.socket.push({ type: 'typing', author: { kind: 'agent' } });
  });
  draw('offline', '断网', async (phone) => {
    await phone.chat();
    phone.socket.push(said(1, 'customer', '流量用超了怎么收费'), said(2, 'bot', { ...ANSWER, related: [] }));
    await pass(100);
    phone.offline();
    await pass(2000);
    await phone.write('那加油包能用多久');
    await phone.type('还有，能不能');
  });
  draw('rating', '评价', async (phone) => {
    await phone.chat();
    phone.socket.push(
      said(1, 'agent', '还有别的可以帮您吗？'),
      said(2, 'customer', '没有了，谢谢'),
      said(3, 'system', { kind: 'notice', code: 'closed-by-agent', text: '本次会话已结束', facts: {} }),
      { type: 'owner', owner: { kind: 'nobody' }, epoch: 2 },
    );
    await pass(100);
  });
  draw('past', '工单和记录', async (phone) => {
    phone.settings.answers = PAST;
    await phone.chat();
    document.body.innerHTML = '';
    phone.page('past');
    await pass(200);
    await phone.tap('.past--top');
  });
  draw('safety', '紧急', async (phone) => {
    await phone.chat({ owner: { kind: 'queue' } });
    phone.socket.push(
      said(1, 'customer', '机房着火了'),
      said(2, 'system', { kind: 'notice', code: 'safety-fire', text: '如有危险，请先离开现场，并立即拨打 119。客服会优先接待您。', facts: {} }),
      { type: 'queue', position: 1, putAhead: 0, lowSeconds: 0, highSeconds: 60, anyoneOnline: true, botHelps: false },
    );
  });
});
