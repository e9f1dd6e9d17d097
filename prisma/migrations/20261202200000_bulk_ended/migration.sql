-- A bulk change has ended once nothing waits in it, or once its person leaves the rest as it is.
alter table bulk_change add column ended_at timestamptz(3);
update bulk_change b set ended_at = coalesce(b.undone_at, b.at)
where not exists (
  select from bulk_change_claim c
  where c.bulk_change_id = b.id
    and case when b.undone_at is null then c.outcome is null else c.outcome = 'changed' and c.undone is null end
);
drop index bulk_change_by_id_idx;
create index bulk_change_by_id_ended_at_idx on bulk_change (by_id, ended_at);
