-- When somebody last signed in; their sessions themselves are swept some time after they ended.
alter table staff add column last_sign_in_at timestamptz;
update staff set last_sign_in_at = (select max(created_at) from staff_session where staff_id = staff.id);
