-- Questions to the writer of an article and to outside experts, whom a secret address lets answer without an account.
create type "QuestionKind" as enum ('writer', 'expert');
create type "AnswerVerdict" as enum ('correct', 'wrong', 'cannot_say');

-- The secret address of a question about a confidential article does not suffice.
alter table article add column confidential boolean not null default false;

create table question (
  id uuid primary key,
  article_id uuid not null references article (id) on update cascade on delete restrict,
  kind "QuestionKind" not null,
  name text not null,
  house text not null default '',
  email text not null default '',
  language text not null,
  text text not null,
  hash text not null,
  due_at timestamptz(3),
  expires_at timestamptz(3) not null,
  asked_by_id uuid not null references "user" (id) on update cascade on delete restrict,
  asked_at timestamptz(3) not null,
  seen_at timestamptz(3),
  revoked_at timestamptz(3),
  revoked_by_id uuid references "user" (id) on update cascade on delete restrict,
  constraint question_revoked_together check ((revoked_at is null) = (revoked_by_id is null)),
  constraint question_due_before_end check (due_at is null or due_at <= expires_at)
);

create unique index question_hash_key on question (hash);
create index question_article_id_id_idx on question (article_id, id desc);
create index question_asked_by_id_idx on question (asked_by_id);
create index question_revoked_by_id_idx on question (revoked_by_id);
create index question_due_at_idx on question (due_at);

-- The claims that a question is about; a question without any is about the whole article.
create table question_claim (
  question_id uuid not null references question (id) on update cascade on delete restrict,
  claim_id uuid not null references claim (id) on update cascade on delete restrict,
  primary key (question_id, claim_id)
);

create index question_claim_claim_id_idx on question_claim (claim_id);

-- What was sent once. One revision of the text is answered once.
create table answer (
  id uuid primary key,
  question_id uuid not null references question (id) on update cascade on delete restrict,
  revision integer not null,
  at timestamptz(3) not null
);

create unique index answer_question_id_revision_key on answer (question_id, revision);

-- The part of an answer about one claim, or about the whole article.
create table answer_item (
  id uuid primary key,
  answer_id uuid not null references answer (id) on update cascade on delete restrict,
  claim_id uuid references claim (id) on update cascade on delete restrict,
  quote text not null,
  verdict "AnswerVerdict",
  text text not null,
  proposed text not null,
  url text,
  source_title text not null,
  source_id uuid references source (id) on update cascade on delete restrict,
  constraint answer_item_taken_for_claim check (source_id is null or claim_id is not null)
);

create unique index answer_item_answer_id_claim_id_key on answer_item (answer_id, claim_id) nulls not distinct;
create index answer_item_claim_id_idx on answer_item (claim_id);
create unique index answer_item_source_id_key on answer_item (source_id);

-- The thread in which a question stands.
alter table comment
  add column question_id uuid references question (id) on update cascade on delete restrict,
  add constraint comment_question_thread check (question_id is null or thread_id = id);

create index comment_question_id_idx on comment (question_id);
