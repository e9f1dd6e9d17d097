-- When a claim is due: its own due time, or else the deadline of its article. Stored, so that lists filter and sort by it.
alter table claim add column due timestamptz(3);

update claim c set due = coalesce(c.due_at, a.deadline) from article a where a.id = c.article_id;

create function set_claim_due() returns trigger language plpgsql as $$
begin
  new.due := coalesce(new.due_at, (select deadline from article where id = new.article_id));
  return new;
end $$;

create trigger claim_due before insert or update of due_at, due on claim
  for each row execute function set_claim_due();

-- An article's row is locked by whoever writes below it, so no claim is added while its deadline changes.
create function set_due_of_claims() returns trigger language plpgsql as $$
begin
  update claim set due = new.deadline where article_id = new.id and due_at is null;
  return null;
end $$;

create trigger article_deadline after update of deadline on article
  for each row when (old.deadline is distinct from new.deadline) execute function set_due_of_claims();

drop index claim_due_asc_idx;
drop index claim_due_desc_idx;
create index claim_due_asc_idx on claim ((coalesce(due, 'infinity'::timestamptz)), id);
create index claim_due_desc_idx on claim ((coalesce(due, '-infinity'::timestamptz)) desc, id);

-- What nobody has reviewed, by who checks it and when it is due.
create index claim_open_due_idx on claim (assignee_id, (coalesce(due, 'infinity'::timestamptz)), id)
  where status = 'unreviewed' and withdrawn_at is null;
