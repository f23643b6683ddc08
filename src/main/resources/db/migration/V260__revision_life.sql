-- What became of a revision, by whom and when: what customers were told at any time can be said for ever.
alter table article_revision
  drop constraint article_revision_state_check,
  add constraint article_revision_state_check
    check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'PUBLISHED', 'ARCHIVED')),
  -- Names are as they were then; null ids: an import, or from before ids were kept.
  add column author_id     uuid references staff,
  add column submitter     text,
  add column submitter_id  uuid references staff,
  add column submitted_at  timestamptz,
  add column reviewer      text,
  add column reviewer_id   uuid references staff,
  add column reviewed_at   timestamptz,
  -- SHA-256 of the content that was approved; null when it was not.
  add column approved_hash bytea,
  add column publisher     text,
  add column publisher_id  uuid references staff,
  -- Why it was sent back, or published without a review.
  add column reason        text,
  add column goes_live_at  timestamptz,
  add column live_from     timestamptz,
  add column live_to       timestamptz,
  add column ended_by      text,
  add column ended_by_id   uuid references staff,
  -- Why it was taken away.
  add column end_reason    text,
  -- It was corrected or taken away without a review, and nobody else has looked at it yet.
  add column unconfirmed   boolean not null default false,
  add column confirmer     text,
  add column confirmer_id  uuid references staff,
  add column confirmed_at  timestamptz,
  -- False: from before these times were kept, so that no times do not mean that it was never live.
  add column recorded      boolean not null default false;

-- The time of a change was that of its publishing, if it was published. Of what is archived nobody knows which it was.
update article_revision set live_from = changed_at, recorded = true where state = 'PUBLISHED';
update article_revision set recorded = true where state in ('DRAFT', 'IN_REVIEW');
alter table article_revision
  alter column recorded set default true,
  add constraint article_revision_live
    check ((state <> 'PUBLISHED' or (live_from is not null and live_to is null))
       and (live_to is null or live_from <= live_to)),
  add constraint article_revision_scheduled check (state <> 'SCHEDULED' or goes_live_at is not null),
  add constraint article_revision_approved check (state <> 'APPROVED' or approved_hash is not null);

create unique index article_scheduled on article_revision (article_id) where state = 'SCHEDULED';
create index article_revision_due on article_revision (goes_live_at) where state = 'SCHEDULED';
create index article_revision_time on article_revision (live_from, live_to) where live_from is not null;
