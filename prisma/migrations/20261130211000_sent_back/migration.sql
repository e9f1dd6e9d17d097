-- A verdict that a second reader returned: why, by whom, to whom, until somebody gives a verdict again.
alter table claim
  add column sent_back_why text,
  add column sent_back_at timestamptz(3),
  add column sent_back_by_id uuid references "user" (id) on update cascade on delete restrict,
  add column sent_back_to_id uuid references "user" (id) on update cascade on delete restrict,
  add constraint claim_sent_back_together check (
    (sent_back_at is null) = (sent_back_why is null) and (sent_back_at is null) = (sent_back_by_id is null)
    and (sent_back_at is null) = (sent_back_to_id is null)),
  add constraint claim_sent_back_open check (sent_back_at is null or status = 'unreviewed');

create index claim_sent_back_idx on claim (sent_back_at desc, id) where sent_back_at is not null;
create index claim_sent_back_by_id_idx on claim (sent_back_by_id) where sent_back_by_id is not null;
create index claim_sent_back_to_id_idx on claim (sent_back_to_id) where sent_back_to_id is not null;
