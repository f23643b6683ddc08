-- What agents must not say, and what they have to say before they tell something.
create table watch_rule (
  id uuid primary key,
  kind text not null check (kind in ('FORBIDDEN', 'DUTY')),
  severity text not null check (severity in ('REMIND', 'GRAVE')),
  words text not null,
  form text not null,
  instead text not null,
  added_by text not null,
  added_at timestamptz not null default now(),
  unique (kind, form)
);

insert into watch_rule (id, kind, severity, words, form, instead, added_by) values
  (gen_random_uuid(), 'FORBIDDEN', 'GRAVE', '你爱投诉就投诉', '你爱投诉就投诉', '您反映的我都记下了，我现在就为您登记，编号会发到您手机上。', 'Yiwen'),
  (gen_random_uuid(), 'FORBIDDEN', 'GRAVE', '投了也没用', '投了也没用', '向有关部门反映是您的权利，我想先把问题给您解决掉。', 'Yiwen'),
  (gen_random_uuid(), 'FORBIDDEN', 'REMIND', '您先冷静', '您先冷静', '这件事确实让您着急，我先帮您办最要紧的。', 'Yiwen'),
  (gen_random_uuid(), 'FORBIDDEN', 'REMIND', '这是规定', '这是规定', '我给您说说为什么是这样，再看有没有别的办法。', 'Yiwen'),
  (gen_random_uuid(), 'FORBIDDEN', 'REMIND', '不是我们部门', '不是我们部门', '这件事由我来联系负责的同事，您不用再打一次。', 'Yiwen'),
  (gen_random_uuid(), 'FORBIDDEN', 'REMIND', '不归我管', '不归我管', '这件事由我来联系负责的同事，您不用再打一次。', 'Yiwen'),
  (gen_random_uuid(), 'DUTY', 'GRAVE', '余额还有、余额是、欠费、账单是、话费一共、密码是', '余额还有
余额是
欠费
账单是
话费一共
密码是', '身份证、证件号、机主姓名、核对一下、核验、验证码、服务密码', 'Yiwen');
