import { strict as assert } from 'node:assert';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { begin, finish, greeting, pass, Phone, said, token } from './phone';

declare const process: any, require: any;

const LOGIN = 'POST /api/v1/wechat/login';

describe('looking back', () => {
  beforeEach(begin);
  afterEach(finish);

  it('shows tickets and earlier conversations, page by page, and says what went wrong', async () => {
    const earlier = (id: string, text: string, next?: string) => ({
      conversations: [{ id, openedAt: '2026-01-01T00:00:00Z', messages: [said(1, 'customer', text), said(2, 'bot', '**好的**')].map((it: any) => it.message) }],
      next,
    });
    const pages = [earlier('e1', '话费多了', 'e1'), earlier('e2', '宽带断了')];
    const answers: any = {
      'GET /api/v1/chat/tickets': [{ number: 7, subject: '报修', state: 'OPEN', openedAt: '2026-01-01T00:00:00Z', said: [{ at: '', name: '王芳', words: '已派单' }] }],
      'GET /api/v1/chat/history': () => pages.shift(),
    };
    const phone = new Phone({ answers });
    await phone.chat();
    phone.page('past');
    await pass(200);
    assert.match(phone.text('.past--entry'), /报修待处理工单 7.*王芳已派单.*话费多了/);
    await phone.tap('.past--top', 1);
    assert.match(phone.text('.past--line'), /AI生成好的/);
    await phone.tap('.past--again');
    assert.match(phone.text('.past--entry'), /宽带断了/);
    assert.equal(phone.all('.past--again').length, 0);
    assert.ok(phone.requests.filter(({ path }) => path.startsWith('/api/v1/chat/')).every(({ header }) => header['Authorization'] === `Bearer ${token('c1')}`));

    answers['GET /api/v1/chat/tickets'] = 503;
    phone.page('past');
    await pass(200);
    assert.match(phone.text('.past--problem'), /服务暂时不可用/);
  });
});

describe('signing in', () => {
  beforeEach(begin);
  afterEach(finish);

  it('shows WeChat’s code once, and keeps the token out of addresses', async () => {
    const phone = new Phone();
    await phone.chat();
    assert.deepEqual(phone.requests.map(({ method, path, data }) => [method, path, data]), [
      ['POST', '/api/v1/wechat/login', { appId: 'wxabcdef0123456789', code: 'code1' }],
    ]);
    assert.equal(phone.socket.url, 'wss://kf.example.com/ws/v1/chat');
    assert.equal(phone.socket.header['Authorization'], `Bearer ${token('c1')}`);
  });

  it('asks WeChat for another code where one was used', async () => {
    let times = 0;
    const phone = new Phone({ answers: { [LOGIN]: () => (++times === 1 ? { status: 401, type: 'urn:yiwen:problem:unauthenticated' } : { token: token('c1') }) } });
    await phone.chat();
    assert.equal(phone.codes, 2);
    assert.equal(phone.socket.state, 'open');
  });

  it('is a visitor where the service does not know this mini-program, with a puzzle where there is a crowd', async () => {
    const visitors = (data: any) => (data.proof ? { token: token('v1') } : { status: 428, puzzle: 'p', bits: 4 });
    const phone = new Phone({ answers: { [LOGIN]: 404, 'POST /api/v1/visitors': visitors } });
    await phone.chat();
    assert.equal(phone.socket.header['Authorization'], `Bearer ${token('v1')}`);
    assert.equal(typeof phone.requests[2]!.data.proof.number, 'number');
  });

  it('says that the service is not there, and tries again by itself', async () => {
    const answers: any = { [LOGIN]: 503 };
    const phone = new Phone({ answers, open: true, kept: { 'yiwen.consent.1': 'yes' } });
    phone.page('chat');
    await pass(500);
    assert.equal(phone.sockets.length, 0);
    assert.match(phone.text('.chat--banner'), /服务暂时不可用/);
    delete answers[LOGIN];
    await pass(3000);
    assert.equal(phone.socket.state, 'open');
  });

  it('signs in anew when the token has ended, and goes on with the same conversation and what was not sent', async () => {
    const phone = new Phone({ answers: { [LOGIN]: () => ({ token: token('c1', String(phone.codes)) }), 'GET /ws/v1/chat': 401 } });
    await phone.chat();
    phone.socket.push(said(1, 'bot', '好的'));
    phone.settings.open = false;
    phone.socket.end(1008);
    await phone.write('还在吗');
    await pass(16_000);
    phone.socket.end();
    await pass(3000);
    phone.socket.end();
    phone.settings.open = true;
    await pass(20_000);
    assert.ok(phone.codes > 1);
    assert.equal(phone.socket.header['Authorization'], `Bearer ${token('c1', String(phone.codes))}`);
    assert.deepEqual(phone.socket.of('hello'), [{ type: 'hello', conversationId: 'k1', afterSeq: 1 }]);
    phone.socket.push(greeting({ lastSeq: 1 }));
    await pass(100);
    assert.deepEqual(phone.socket.of('send').map(({ text }) => text), ['还在吗']);
  });

  it('takes the token of a host mini-program, and asks it for another one', async () => {
    const phone = new Phone({ answers: { 'GET /ws/v1/chat': 401 } });
    const { WeChatLogin } = phone.module('talk/login');
    let turn = 0;
    const login = new WeChatLogin('https://kf.example.com', 'wx1', () => ({ getItem: () => 'old', removeItem() {}, setItem() {} }), () => Promise.resolve(token('m1', String(turn))));
    await login.socketUrl();
    assert.equal(login.used, token('m1', '0'));
    let verdict = login.afterRefusal();
    await pass(100);
    assert.equal(await verdict, 'refused');
    turn++;
    verdict = login.afterRefusal();
    await pass(100);
    assert.equal(await verdict, 'renewed');
    assert.equal(phone.codes, 0);
  });
});

describe('files', () => {
  beforeEach(begin);
  afterEach(finish);

  const agent = { owner: { kind: 'agent', name: '王芳' } };

  it('uploads pictures one after the other, each once', async () => {
    const phone = new Phone();
    await phone.chat(agent);
    phone.chosen = [{ tempFilePath: 'wxfile://a.jpg', size: 1000 }, { tempFilePath: 'wxfile://b.png', size: 2000 }];
    await phone.tap('.yw-composer--tool');
    assert.equal(phone.uploads.length, 1);
    const [first] = phone.uploads;
    assert.match(first.url, /^https:\/\/kf\.example\.com\/api\/v1\/chat\/k1\/files\?name=a\.jpg&clientMessageId=[\w-]+$/);
    assert.equal(first.header.Authorization, `Bearer ${token('c1')}`);
    first.progress({ progress: 40 });
    await pass(100);
    assert.match(phone.text('.yw-bubble--state'), /40%/);
    first.fail({ errMsg: 'timeout' });
    await pass(100);
    assert.match(phone.text('.yw-bubble--state'), /没有上传成功/);
    assert.equal(phone.uploads.length, 2, 'the next one goes on');
    phone.uploads[1].success({ statusCode: 200, data: '{}' });
    await phone.tap('.yw-bubble--state .yw-bubble--link');
    assert.equal(phone.uploads[2].url, first.url, 'the same id');
    phone.uploads[2].success({ statusCode: 200, data: '{}' });
    await pass(100);
    assert.equal(phone.all('.yw-bubble--state').length, 0);
  });

  it('says for good what will never be taken', async () => {
    const phone = new Phone();
    await phone.chat(agent);
    phone.chosen = [{ tempFilePath: 'wxfile://a.jpg', size: 11 * 1024 * 1024 }];
    await phone.tap('.yw-composer--tool');
    assert.equal(phone.uploads.length, 0);
    assert.match(phone.text('.yw-bubble--state'), /太大/);
    phone.chosen = [{ tempFilePath: 'wxfile://c.jpg', size: 100 }];
    await phone.tap('.yw-composer--tool');
    phone.uploads[0].success({ statusCode: 409, data: '{"type":"urn:yiwen:problem:conflict"}' });
    await pass(100);
    assert.match(phone.text('.yw-bubble--state'), /请先转人工/);
  });

  it('records a voice and sends it with its length, or not', async () => {
    const phone = new Phone();
    await phone.chat(agent);
    await phone.tap('.yw-composer--tool', 1);
    assert.equal(phone.recorder.started.format, 'wav');
    phone.recorder.on.start({});
    await pass(7000);
    assert.match(phone.text('.yw-composer--lasting'), /7 秒/);
    await phone.tap('.yw-composer--send');
    phone.recorder.on.stop({ tempFilePath: 'wxfile://v.wav', fileSize: 90_000, duration: 7_040 });
    await pass(100);
    assert.match(phone.uploads[0].url, /name=voice\.wav&clientMessageId=[\w-]+&seconds=7$/);

    await phone.tap('.yw-composer--tool', 1);
    phone.recorder.on.start({});
    await phone.tap('.yw-composer--recording .yw-composer--tool');
    phone.recorder.on.stop({ tempFilePath: 'wxfile://w.wav', fileSize: 90_000, duration: 3_000 });
    await pass(100);
    assert.equal(phone.uploads.length, 1);
  });

  it('shows an agent’s picture and plays a voice, fetched with the token', async () => {
    const phone = new Phone();
    await phone.chat(agent);
    const file = { id: 'f1', name: '账单.png', mediaType: 'image/png', size: 10 };
    phone.socket.push(
      said(1, 'agent', { kind: 'text', text: '[图片]', file }),
      said(2, 'customer', { kind: 'text', text: '[语音]', file: { id: 'f2', name: 'v', mediaType: 'audio/vnd.wave', size: 10, seconds: 7 } }),
    );
    await pass(100);
    assert.equal(phone.attribute('.yw-bubble--picture', 'src'), 'tmp/f1?size=preview');
    await phone.tap('.yw-bubble--file');
    assert.deepEqual(phone.viewed, ['tmp/f1']);
    await phone.tap('.yw-bubble--file', 1);
    assert.deepEqual(phone.played, ['play']);
    assert.ok(phone.requests.filter(({ method }) => method === 'DOWNLOAD').every(({ header }) => header.Authorization));
  });
});

describe('the look', () => {
  beforeEach(begin);
  afterEach(finish);

  it('grows with 关怀模式, and what is tapped grows too', () => {
    const usual = new Phone();
    usual.page('home');
    assert.match(usual.attribute('.home--page', 'style') ?? '', /--text:16px.*--tap:44px/);
    for (const settings of [{ fontSizeScaleFactor: 1.4 }, { fontSizeSetting: 23.8 }]) {
      const phone = new Phone(settings);
      phone.page('home');
      assert.match(phone.attribute('.home--page', 'style') ?? '', /--text:22\.4px.*--tap:56px/);
      assert.equal(phone.all('.home--care').length, 1);
    }
  });

  it('is dark where WeChat is, and in English where WeChat is', async () => {
    const phone = new Phone({ theme: 'dark', language: 'en' });
    await phone.chat();
    assert.match(phone.attribute('.chat--page', 'style') ?? '', /--page:#101413/);
    assert.equal(phone.text('.chat--human'), 'Human agent');
    assert.match(phone.text('.chat--title'), /Qiao/);
  });

  it('has a name for everything that can be tapped', async () => {
    const phone = new Phone();
    await phone.chat({ owner: { kind: 'queue' } });
    phone.page('home');
    for (const button of phone.all('wx-button')) assert.ok(button.textContent.trim(), button.outerHTML);
    assert.equal(phone.attribute('.yw-composer--field', 'aria-label'), '输入您的问题');
  });

  it('tells when the network is weak, and survives a full storage', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.happens('NetworkWeakChange', { weakNet: true });
    phone.storageFull = true;
    await phone.write('存不下也要发');
    assert.match(phone.text('.chat--banner'), /网络较弱/);
    assert.deepEqual(phone.socket.of('send').map(({ text }) => text), ['存不下也要发']);
  });
});

describe('small things', () => {
  beforeEach(begin);
  afterEach(finish);

  it('cuts the context of WeChat’s session to 1,000 bytes in whole characters', () => {
    const { sessionFrom } = new Phone().module('talk/context');
    const { bytesOf } = new Phone().module('talk/utf8');
    assert.equal(sessionFrom({ from: 'mini-program', page: 'a;b\nc', empty: '' }), 'from=mini-program;page=a b c');
    for (const sign of ['a', 'é', '流', '😀']) {
      for (let shift = 0; shift < 4; shift++) {
        const cut = sessionFrom({ x: 'b'.repeat(shift) + sign.repeat(1200) });
        const bytes = new TextEncoder().encode(cut);
        assert.ok(bytes.length <= 1000 && bytes.length > 996, `${bytes.length}`);
        assert.equal(new TextDecoder('utf-8', { fatal: true }).decode(bytes), cut);
        assert.equal(bytesOf(cut), bytes.length);
      }
    }
  });

  it('reads UTF-8 as TextDecoder does, whole or in pieces, also what is none', () => {
    const { Utf8Reader } = new Phone().module('talk/utf8');
    for (const text of ['a', '流量', '😀é流', '']) {
      const bytes = new TextEncoder().encode(text);
      for (let cut = 0; cut <= bytes.length; cut++) {
        const reader = new Utf8Reader();
        assert.equal(reader.read(bytes.slice(0, cut).buffer) + reader.read(bytes.slice(cut).buffer), text);
      }
    }
    const reader = new Utf8Reader();
    assert.equal(reader.read(new Uint8Array([0x61, 0xff, 0x62, 0xe6, 0x41]).buffer), 'a\uFFFDb\uFFFDA');
  });

  it('reads lists, bold, headings and tables, and leaves all else as it stands', () => {
    const { blocks } = new Phone().module('talk/blocks');
    assert.deepEqual(blocks('# 套餐\n\n1. **甲** 5 元\n- 乙\n| 档 | 价 |\n|---|---|\n| 一 | 5 |\n2 * 3 ** 4'), [
      { kind: 'h', runs: [{ text: '套餐' }] },
      { kind: 'li', mark: '1.', runs: [{ text: '甲', bold: true }, { text: ' 5 元' }] },
      { kind: 'li', mark: '•', runs: [{ text: '乙' }] },
      { kind: 'p', runs: [{ text: '档　价' }] },
      { kind: 'p', runs: [{ text: '一　5' }] },
      { kind: 'p', runs: [{ text: '2 * 3 ' }, { text: '** 4' }] },
    ]);
  });

  it('tells WeChat of what has changed alone, in parts of 200,000 characters', () => {
    const { patches } = new Phone().module('talk/patches');
    const row = (text: string) => ({ text });
    const first = patches([], [row('a'), row('b')]);
    assert.deepEqual(first.parts, [{ 'rows[0]': row('a'), 'rows[1]': row('b') }]);
    assert.deepEqual(patches(first.told, [row('a'), row('c')]).parts, [{ 'rows[1]': row('c') }]);
    assert.deepEqual(patches(first.told, [row('a')]).parts, [{ rows: [] }, { 'rows[0]': row('a') }]);
    const large = patches([], Array.from({ length: 10 }, (_, i) => row(i + 'x'.repeat(60_000))));
    assert.equal(large.parts.length, 4);
  });

  it('shares a client that knows of no browser and no WeChat', () => {
    const fs = require('node:fs');
    const folder = `${process.env.MINIPROGRAM}/client`;
    for (const name of fs.readdirSync(folder)) {
      const text = fs.readFileSync(`${folder}/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*/g, '');
      assert.doesNotMatch(text, /\b(window|document|localStorage|navigator|location|fetch|WebSocket|wx|atob)\b(?!:)/, name);
      assert.doesNotMatch(text, /require\("\.\.\//, name);
    }
  });
});
