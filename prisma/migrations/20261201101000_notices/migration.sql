create type "NoticeKind" as enum ('assigned', 'sent_back', 'mentioned', 'answered', 'due', 'overdue');

-- The language that a person last used the desk in, for mail.
alter table "user" add column language text;

-- What one person is told, once.
create table notice (
  id uuid primary key,
  person_id uuid not null references "user" (id) on update cascade on delete restrict,
  kind "NoticeKind" not null,
  article_id uuid references article (id) on update cascade on delete restrict,
  claim_id uuid references claim (id) on update cascade on delete restrict,
  claims integer not null,
  by_id uuid references "user" (id) on update cascade on delete restrict,
  words text not null default '',
  at timestamptz(3) not null,
  read_at timestamptz(3),
  daily_at timestamptz(3),
  constraint notice_about_one_claim check (claim_id is null or claims = 1),
  constraint notice_not_of_oneself check (by_id is distinct from person_id)
);

create index notice_person_id_id_idx on notice (person_id, id desc);
create index notice_by_id_idx on notice (by_id);
create index notice_article_id_idx on notice (article_id);
create index notice_claim_id_idx on notice (claim_id);
-- The count on every page, and the daily mail.
create index notice_unread_idx on notice (person_id) where read_at is null;
create index notice_daily_idx on notice (daily_at) where daily_at is not null;

-- The claims that a notice told to be due, so that nobody is told twice of one due time.
create table notice_claim (
  notice_id uuid not null references notice (id) on update cascade on delete restrict,
  claim_id uuid not null references claim (id) on update cascade on delete restrict,
  due timestamptz(3) not null,
  primary key (notice_id, claim_id)
);

create index notice_claim_claim_id_idx on notice_claim (claim_id);

-- Which notices a person also gets by mail, and when not.
create table notice_choices (
  person_id uuid primary key references "user" (id) on update cascade on delete restrict,
  mail jsonb not null,
  quiet_from text,
  quiet_to text,
  constraint notice_choices_quiet_together check ((quiet_from is null) = (quiet_to is null))
);
