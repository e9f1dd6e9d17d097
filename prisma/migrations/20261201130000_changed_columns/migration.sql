-- For each column of a record: the version that last changed it. So a write that is based on an older version merges
-- with the writes since, where these changed other parts of the record. `*` stands for all columns.
alter table claim add column changed_in jsonb not null default '{}';
alter table article add column changed_in jsonb not null default '{}';
alter table source add column changed_in jsonb not null default '{}';
alter table correction add column changed_in jsonb not null default '{}';

-- Nobody can tell which columns the versions until now changed.
update claim set changed_in = jsonb_build_object('*', version) where version > 1;
update article set changed_in = jsonb_build_object('*', version) where version > 1;
update source set changed_in = jsonb_build_object('*', version) where version > 1;
update correction set changed_in = jsonb_build_object('*', version) where version > 1;

-- The arguments name columns that the database computes itself: here they have no value yet.
create function set_changed_in() returns trigger language plpgsql as $$
declare
  skipped constant text[] := array['version', 'updated_at', 'changed_in'] || tg_argv::text[];
begin
  new.changed_in := old.changed_in || coalesce(
    (select jsonb_object_agg(fresh.key, new.version)
     from jsonb_each(to_jsonb(new)) fresh join jsonb_each(to_jsonb(old)) was using (key)
     where fresh.value is distinct from was.value and fresh.key <> all (skipped)),
    '{}');
  return new;
end $$;

create trigger claim_changed_in before update on claim
  for each row when (new.version is distinct from old.version) execute function set_changed_in('search');
create trigger article_changed_in before update on article
  for each row when (new.version is distinct from old.version) execute function set_changed_in();
create trigger source_changed_in before update on source
  for each row when (new.version is distinct from old.version) execute function set_changed_in();
create trigger correction_changed_in before update on correction
  for each row when (new.version is distinct from old.version) execute function set_changed_in('search');
