-- Roles as named sets of rights: the four that every installation has, and the company's own. staff.roles holds their names.
create table staff_role (
  id         uuid primary key,
  name       text not null,
  rights     text[] not null,
  built_in   boolean not null default false,
  changed_at timestamptz not null default now()
);
create unique index staff_role_name on staff_role (lower(name));

insert into staff_role (id, name, rights, built_in) values
  (gen_random_uuid(), 'AGENT', '{ANSWER,TICKETS}', true),
  (gen_random_uuid(), 'EDITOR', '{EDIT,PUBLISH}', true),
  (gen_random_uuid(), 'SUPERVISOR', '{TICKETS,READ_ALL,SUPERVISE,REVEAL,ROUTING}', true),
  (gen_random_uuid(), 'ADMIN', '{ROUTING,STAFF,SETTINGS,INTEGRATIONS,AUDIT,PRIVACY}', true);

-- Until now an administrator had every role. Who is one keeps that, written down; who becomes one does not get it.
update staff set roles = '{ADMIN,AGENT,EDITOR,SUPERVISOR}' where 'ADMIN' = any(roles);
