-- The name by which lists sort the assignee of a claim. A name is folded, so that its spellings stand side by side, and
-- compared by code points, so that the last one ends a list everywhere.
alter table claim add column assignee_key text collate "C";

update claim c set assignee_key = fold_spelling(u.name) from "user" u where u.id = c.assignee_id;

create function set_assignee_key() returns trigger language plpgsql as $$
begin
  new.assignee_key := (select fold_spelling(name) from "user" where id = new.assignee_id);
  return new;
end $$;

create trigger claim_assignee_key before insert or update of assignee_id, assignee_key on claim
  for each row execute function set_assignee_key();

create function set_assignee_keys() returns trigger language plpgsql as $$
begin
  update claim set assignee_key = fold_spelling(new.name) where assignee_id = new.id;
  return null;
end $$;

create trigger user_name after update of name on "user"
  for each row when (old.name is distinct from new.name) execute function set_assignee_keys();

create index claim_assignee_asc_idx on claim ((coalesce(assignee_key, U&'\+10FFFF')), id);
create index claim_assignee_desc_idx on claim ((coalesce(assignee_key, '')) desc, id);

-- What nobody has reviewed, by its due time: the claims that are overdue.
create index claim_unreviewed_due_idx on claim ((coalesce(due, 'infinity'::timestamptz)), id)
  where status = 'unreviewed' and withdrawn_at is null;

-- What waits for a second person: the reviewed claims that nobody has signed off, and those of them that need it for a
-- reason of their own.
create index claim_unsigned_idx on claim (updated_at desc, id)
  where status <> 'unreviewed' and signed_off_at is null and withdrawn_at is null;
create index claim_second_person_idx on claim (updated_at desc, id)
  where status <> 'unreviewed' and signed_off_at is null and withdrawn_at is null
    and (status = 'disputed' or priority = 'urgent' or disputed_before or urgency_lowered_by_id is not null);

-- Whether a claim has a source, without reading rows of the table.
drop index source_claim_id_idx;
create index source_claim_id_removed_at_idx on source (claim_id, removed_at);

-- The orders of the list of articles.
drop index article_title_idx;
create index article_title_id_idx on article (title, id desc);
create index article_title_desc_id_idx on article (title desc, id desc);
create index article_created_by_id_idx on article (created_by_id);
create index article_deadline_asc_idx on article ((coalesce(deadline, 'infinity'::timestamptz)), id desc);
create index article_deadline_desc_idx on article ((coalesce(deadline, '-infinity'::timestamptz)) desc, id desc);
