-- The counters of all desks and languages together, by which most lists are counted: many times fewer rows to add up.
-- Changes that are not summed up yet stand in claim_count_change for both tables.
create table claim_count_cell (
  priority "Priority" not null,
  status "ClaimStatus" not null,
  assignee_id uuid not null,
  anchor_state "AnchorState" not null,
  claims integer not null,
  constraint claim_count_cell_pkey primary key (priority, status, assignee_id, anchor_state)
);

create or replace function settle_claim_counts() returns void language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock(hashtext('claim_count')) then return; end if;
  with taken as (delete from claim_count_change returning *),
    summed as (
      select status, assignee_id, anchor_state, priority, desk_id, language, sum(claims) as claims from taken
      group by status, assignee_id, anchor_state, priority, desk_id, language),
    together as (
      insert into claim_count_cell as known (priority, status, assignee_id, anchor_state, claims)
        select priority, status, assignee_id, anchor_state, sum(claims) from summed
        group by priority, status, assignee_id, anchor_state having sum(claims) <> 0
      on conflict on constraint claim_count_cell_pkey do update set claims = known.claims + excluded.claims)
  insert into claim_count as known (status, assignee_id, anchor_state, priority, desk_id, language, claims)
    select * from summed where claims <> 0
  on conflict on constraint claim_count_pkey do update set claims = known.claims + excluded.claims;
  delete from claim_count where claims = 0;
  delete from claim_count_cell where claims = 0;
end $$;

create or replace function settle_many_claim_counts() returns void language plpgsql as $$
begin
  if (select max(id) - min(id) from claim_count_change) > 500 then perform settle_claim_counts(); end if;
end $$;

insert into claim_count_cell (priority, status, assignee_id, anchor_state, claims)
  select priority, status, assignee_id, anchor_state, sum(claims) from claim_count group by 1, 2, 3, 4;
