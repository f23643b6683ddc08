-- Quick phrases of agents: the team's (no staff_id) and each agent's own.
create table phrase (
  id         uuid primary key,
  staff_id   uuid references staff,
  shortcut   text not null,
  text       text not null,
  changed_at timestamptz not null default now(),
  unique nulls not distinct (staff_id, shortcut)
);
insert into phrase (id, shortcut, text) values
  (gen_random_uuid(), 'nh', '{name}您好，我是客服{agent}，前面的对话我都看过了，您不用重复。'),
  (gen_random_uuid(), 'sd', '请您稍等，我正在为您核实，大约需要 1–2 分钟。'),
  (gen_random_uuid(), 'xx', '感谢您的耐心等待，已经为您核实清楚了。'),
  (gen_random_uuid(), 'bq', '非常抱歉给您带来不便，这件事我来为您跟进到底。'),
  (gen_random_uuid(), 'hm', '为了给您准确查询，请提供一下您要办理业务的手机号码。'),
  (gen_random_uuid(), 'dz', '请提供一下安装地址和方便上门的时间段，我为您预约。'),
  (gen_random_uuid(), 'jj', '您反映的问题已经登记，我们会在承诺的时间内给您回复。'),
  (gen_random_uuid(), 'hy', '请问还有其他可以帮您的吗？'),
  (gen_random_uuid(), 'zj', '感谢您的来访，祝您生活愉快，再见！');
