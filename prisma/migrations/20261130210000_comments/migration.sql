-- What people of the desk say about a claim or about a whole article. A thread is named by its first comment.
create table comment (
  id uuid primary key,
  article_id uuid not null references article (id) on update cascade on delete restrict,
  claim_id uuid references claim (id) on update cascade on delete restrict,
  thread_id uuid not null references comment (id) on update cascade on delete restrict,
  text text not null,
  by_id uuid not null references "user" (id) on update cascade on delete restrict,
  at timestamptz(3) not null,
  resolved_at timestamptz(3),
  resolved_by_id uuid references "user" (id) on update cascade on delete restrict,
  constraint comment_resolved_together check ((resolved_at is null) = (resolved_by_id is null)),
  constraint comment_resolved_thread check (resolved_at is null or thread_id = id)
);

create index comment_claim_id_id_idx on comment (claim_id, id desc);
create index comment_article_id_id_idx on comment (article_id, id desc);
create index comment_thread_id_idx on comment (thread_id);
create index comment_by_id_idx on comment (by_id);
create index comment_resolved_by_id_idx on comment (resolved_by_id);

-- Whom a comment names.
create table mention (
  comment_id uuid not null references comment (id) on update cascade on delete restrict,
  person_id uuid not null references "user" (id) on update cascade on delete restrict,
  primary key (comment_id, person_id)
);

create index mention_person_id_comment_id_idx on mention (person_id, comment_id desc);
