import { TEXTS } from './texts.js';

const API_FAULTS = ['SLOW', 'CUT', 'DONE_THEN_CUT', 'STATUS', 'GARBAGE', 'CODE', 'FAIL_LATER'];
const CALLBACK_FAULTS = ['DUPLICATE', 'HOLD', 'LOSE', 'FORGE', 'FOREIGN', 'IMPATIENT'];
const QUIRKS = ['UNVERIFIED', 'CLOSES_FROM_ANY_STATE', 'FAILS_LATER', 'UNIONID_BOUND', 'EMPTY_PAGES'];
const STEPS = { seconds5: 'PT5S', minute1: 'PT1M', minutes10: 'PT10M', hours2: 'PT2H', hours48: 'PT48H', days3: 'P3D' };
const ACTIONS = {
  MP: ['image', 'voice', 'location', 'link', 'menu', 'scan', 'follow', 'unfollow', 'pay', 'consent'],
  MA: ['enter', 'image', 'page', 'consent'],
  KF: ['enter', 'image', 'voice', 'location', 'link', 'page'],
};
const POLL = 1000;

let language = localStorage.getItem('wechat-simulator.language') ?? 'zh';
let accounts = [];
let seen = '';

const $ = (id) => document.getElementById(id);
const say = (key, values = {}) =>
  (TEXTS[language][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const moment = (iso) =>
  new Date(iso).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai', hour12: false });

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

async function ask(path, method = 'GET', body) {
  const answer = await fetch(path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const read = await answer.json();
  if (!answer.ok) throw new Error(read.why ?? answer.statusText);
  return read;
}

/** Does it and shows what went wrong. */
async function attempt(action) {
  try {
    await action();
    $('fault').textContent = '';
  } catch (error) {
    $('fault').textContent = error.message;
  }
}

const choice = () => accounts[$('account').selectedIndex];
const phonePath = () => {
  const { account, line } = choice();
  return `/simulator/phone?${new URLSearchParams({ account: account.id, line, person: $('person').value.trim() })}`;
};

async function act(what) {
  await attempt(async () => showPhone(await ask(phonePath(), 'POST', what)));
}

function translate() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say('title');
  document.querySelectorAll('[data-text]').forEach((it) => (it.textContent = say(it.dataset.text)));
  $('language').textContent = say('other');
  $('text').placeholder = say('type');
  $('text').setAttribute('aria-label', say('type'));
  $('servicerText').setAttribute('aria-label', say('servicerSays'));
  document.querySelectorAll('[name=mode] option').forEach((it) => (it.textContent = say(it.value)));
  const faults = document.querySelector('[name=fault]');
  faults.replaceChildren(
    ...[...API_FAULTS.map((it) => ['api', it]), ...CALLBACK_FAULTS.map((it) => ['callback', it])].map(([on, fault]) => {
      const option = element('option', `${say(`on_${on}`)} · ${say(fault)}`);
      option.value = `${on} ${fault}`;
      return option;
    }),
  );
  $('quirks').replaceChildren(
    element('legend', say('quirks')),
    ...QUIRKS.map((quirk) => {
      const label = element('label');
      const box = element('input');
      box.type = 'checkbox';
      box.value = quirk;
      label.append(box, say(quirk));
      return label;
    }),
  );
  $('clock').replaceChildren(
    ...Object.entries(STEPS).map(([key, advance]) => {
      const button = element('button', `+${say(key)}`);
      button.type = 'button';
      button.onclick = () =>
        attempt(async () => {
          await ask('/simulator/clock', 'POST', { advance });
          await refresh();
        });
      return button;
    }),
  );
}

function showActions() {
  const { account } = choice();
  $('actions').replaceChildren(
    ...ACTIONS[account.kind].map((action) => {
      const button = element('button', say(action));
      button.type = 'button';
      button.onclick = () => begin(action);
      return button;
    }),
  );
}

function begin(action) {
  const asked = (key, preset) => prompt(say(key), preset);
  switch (action) {
    case 'image':
      return pickImage();
    case 'location':
      return act({ do: 'location', latitude: 23.1353, longitude: 113.3210, label: '天河路 100 号' });
    case 'link':
      return act({ do: 'link', title: '办理指南', description: '怎样办理', url: 'https://example.com/guide' });
    case 'page':
      return act({ do: 'page', title: '我的账单', path: 'pages/bill/index' });
    case 'menu':
      return given(asked('askKey', 'bill'), (key) => act({ do: 'menu', key }));
    case 'scan':
      return given(asked('askScene', 'shop-12'), (scene) => act({ do: 'scan', scene }));
    case 'enter':
      return given(asked('askFrom', 'page=bill'), (from) =>
        act({ do: 'enter', sessionFrom: from, scene: 'phone', sceneParam: from }),
      );
    case 'consent':
      return given(asked('askTemplate', 'T1'), (template) => act({ do: 'consent', template }));
    default:
      return act({ do: action });
  }
}

function given(value, then) {
  if (value !== null) then(value);
}

function pickImage() {
  const input = element('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.onchange = () => {
    const reader = new FileReader();
    reader.onload = () =>
      act({ do: 'image', contentType: input.files[0].type, bytes: reader.result.split(',')[1] });
    reader.readAsDataURL(input.files[0]);
  };
  input.click();
}

function bubble(it) {
  const shown = element('li', undefined, it.from);
  const fields = it.fields;
  if (it.from === 'PLATFORM') {
    shown.textContent = TEXTS[language][it.kind] ? say(it.kind, fields) : say('event', { kind: it.kind });
  } else if (it.kind === 'image' && fields.media_id) {
    const picture = element('img');
    picture.src = `/mmbiz/${fields.media_id}`;
    picture.alt = say('imageSent');
    shown.append(picture);
  } else if (it.kind === 'msgmenu') {
    showMenu(shown, fields);
  } else {
    shown.textContent = words(it);
  }
  if (it.from === 'SERVICER') shown.append(element('small', say('servicer', { name: fields.servicer_userid })));
  if (it.from === 'SERVICE') shown.append(element('small', say('service')));
  return shown;
}

function words({ kind, fields }) {
  switch (kind) {
    case 'text':
      return fields.content;
    case 'location':
      return `📍 ${fields.name}`;
    case 'link':
      return `🔗 ${fields.title}\n${fields.url ?? ''}`;
    case 'miniprogrampage':
    case 'miniprogram':
      return `▣ ${fields.title}`;
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
      return say(`${kind}Sent`);
    case 'subscribe':
      return Object.entries(fields)
        .filter(([name]) => name !== 'template_id' && name !== 'page')
        .map(([name, value]) => `${name}：${value}`)
        .join('\n');
    default: {
      const value = fields.EventKey ?? fields.SessionFrom ?? '';
      return say('event', { kind }) + (value ? `\n${value}` : '');
    }
  }
}

function showMenu(shown, fields) {
  shown.textContent = fields.head_content ?? '';
  for (const entry of JSON.parse(fields.list ?? '[]')) {
    const item = entry.click ?? entry;
    const button = element('button', item.content ?? entry.view?.content ?? entry.text?.content ?? '');
    button.type = 'button';
    button.onclick = () => act({ do: 'tap', id: String(item.id ?? ''), text: button.textContent });
    shown.append(button);
  }
  if (fields.tail_content) shown.append(element('span', fields.tail_content));
}

function showPhone(phone) {
  const { account } = choice();
  $('now').textContent = moment(phone.now);
  $('now').dateTime = phone.now;
  $('who').textContent = say(account.kind);
  const state = account.kind === 'KF' ? `${phone.state} ${say(`state${phone.state}`)}` : '';
  $('state').textContent = phone.typing ? say('typing') : state;
  $('left').replaceChildren(
    ...(phone.left.length
      ? phone.left.map((it) =>
          element(
            'li',
            say('leftOf', {
              trigger: say(it.trigger),
              left: it.left > 1000 ? say('unlimited') : it.left,
              until: moment(it.until),
            }),
          ),
        )
      : [element('li', say('nothingLeft'))]),
  );
  const key = `${phone.id} ${phone.shown} ${language}`;
  if (key === seen) return;
  seen = key;
  const list = $('bubbles');
  list.replaceChildren();
  if (!phone.bubbles.length) list.append(element('li', say('empty'), 'none'));
  let before = 0;
  for (const it of phone.bubbles) {
    const at = Date.parse(it.at);
    if (at - before > 300_000) list.append(element('li', moment(it.at), 'when'));
    before = at;
    list.append(bubble(it));
  }
  list.scrollTop = list.scrollHeight;
}

function showSettings() {
  const { account, line } = choice();
  const form = $('settings');
  for (const name of ['callback', 'token', 'aesKey', 'perMessage']) form.elements[name].value = account[name] ?? '';
  form.elements.format.value = account.form.format;
  form.elements.mode.value = account.form.mode;
  form.elements.format.disabled = form.elements.mode.disabled = account.kind === 'KF';
  document.querySelectorAll('#quirks input').forEach((it) => (it.checked = account.quirks.includes(it.value)));
  $('peopleTitle').textContent = say(account.kind === 'KF' ? 'people' : 'ownDesk');
  const shown = { [account.kind === 'KF' ? 'CorpID' : 'AppID']: account.id, Secret: account.secret };
  if (line) shown.open_kfid = line;
  else shown['ToUserName'] = account.receiver;
  shown['base URL'] = location.origin;
  $('credentials').replaceChildren(
    ...Object.entries(shown).flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
  );
}

function showRules(script) {
  $('rules').replaceChildren(
    ...[...script.api, ...script.callbacks].map((it) =>
      element('li', `${say(it.fault)} · ${it.where} · ${it.value} · ×${it.times} · ${it.chance}`),
    ),
  );
}

async function load() {
  const state = await ask('/simulator');
  accounts = state.accounts.flatMap((account) =>
    account.lines ? Object.keys(account.lines).map((line) => ({ account, line })) : [{ account, line: '' }],
  );
  const kept = $('account').selectedIndex;
  $('account').replaceChildren(
    ...accounts.map(({ account }) => element('option', `${say(account.kind)} ${account.name}`)),
  );
  $('account').selectedIndex = Math.max(0, kept);
  showRules(state.script);
  showActions();
  showSettings();
}

async function refresh() {
  showPhone(await ask(phonePath()));
  const open = $('deliveries').closest('details').open;
  if (!open) return;
  const { deliveries } = await ask('/simulator/deliveries');
  $('deliveries').replaceChildren(
    ...(deliveries.length
      ? deliveries.slice(0, 20).map((it) =>
          element(
            'li',
            `${it.number} · ${it.message} · ${say(it.state)} · ${it.attempts.map((one) => one.outcome).join(', ')}`,
          ),
        )
      : [element('li', say('noDeliveries'))]),
  );
  const { calls } = await ask('/simulator/calls');
  $('calls').replaceChildren(
    ...(calls.length
      ? calls.slice(0, 20).map((it) => element('li', `${moment(it.at)} · ${it.path} · ${it.outcome}`))
      : [element('li', say('noCalls'))]),
  );
}

$('language').onclick = () => {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('wechat-simulator.language', language);
  $('saved').textContent = '';
  translate();
  attempt(async () => {
    await load();
    await refresh();
  });
};
$('account').onchange = () => {
  showActions();
  showSettings();
  attempt(refresh);
};
document.querySelector('.whose').onsubmit = (event) => event.preventDefault();
$('person').onchange = () => attempt(refresh);
$('say').onsubmit = (event) => {
  event.preventDefault();
  const text = $('text').value.trim();
  if (!text) return;
  $('text').value = '';
  act({ do: 'text', text });
};
$('servicer').onsubmit = (event) => {
  event.preventDefault();
  const text = $('servicerText').value.trim();
  if (!text) return;
  $('servicerText').value = '';
  act({ do: 'servicer-says', text });
};
document.querySelectorAll('[data-do]').forEach((it) => {
  it.onclick = () => act({ do: it.dataset.do, servicer: 'servicer' });
});
$('settings').onsubmit = (event) => {
  event.preventDefault();
  const form = event.target.elements;
  const { account } = choice();
  attempt(async () => {
    await ask('/simulator/accounts', 'POST', {
      id: account.id,
      callback: form.callback.value,
      format: form.format.value,
      mode: form.mode.value,
      token: form.token.value,
      aesKey: form.aesKey.value,
      perMessage: Number(form.perMessage.value),
      quirks: [...document.querySelectorAll('#quirks input:checked')].map((it) => it.value),
    });
    await load();
    $('saved').textContent = say('saved');
  });
};
$('verify').onclick = () =>
  attempt(async () => {
    const { ok } = await ask('/simulator/verify', 'POST', { id: choice().account.id });
    $('saved').textContent = say(ok ? 'verified' : 'notVerified');
  });
$('revoke').onclick = () =>
  attempt(async () => {
    await ask('/simulator/tokens/revoke', 'POST', { id: choice().account.id });
    $('saved').textContent = say('revoked');
  });
$('script').onsubmit = (event) => {
  event.preventDefault();
  const form = event.target.elements;
  const [on, fault] = form.fault.value.split(' ');
  attempt(async () => {
    const state = await ask('/simulator/script', 'POST', {
      on,
      fault,
      where: form.where.value,
      value: Number(form.value.value),
      times: Number(form.times.value),
      chance: Number(form.chance.value),
    });
    showRules(state.script);
  });
};
$('clear').onclick = () => attempt(async () => showRules((await ask('/simulator/script', 'DELETE')).script));

translate();
await attempt(load);
await attempt(refresh);
setInterval(() => refresh().catch((error) => ($('fault').textContent = error.message)), POLL);
