-- How many standing claims there are of each kind, so that lists of all claims are counted without reading them. Nobody
-- and no desk are the id of zeros. Writers add changes and wait for nobody; where many lie there, the one who can have
-- the lock sums them up.
create table claim_count (
  status "ClaimStatus" not null,
  assignee_id uuid not null,
  anchor_state "AnchorState" not null,
  priority "Priority" not null,
  desk_id uuid not null,
  language text not null,
  claims integer not null,
  constraint claim_count_pkey primary key (status, assignee_id, anchor_state, priority, desk_id, language)
);

create table claim_count_change (
  id bigserial not null,
  status "ClaimStatus" not null,
  assignee_id uuid not null,
  anchor_state "AnchorState" not null,
  priority "Priority" not null,
  desk_id uuid not null,
  language text not null,
  claims integer not null,
  constraint claim_count_change_pkey primary key (id)
);

create function no_id() returns uuid language sql immutable parallel safe
  return '00000000-0000-0000-0000-000000000000'::uuid;

create function settle_claim_counts() returns void language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock(hashtext('claim_count')) then return; end if;
  with taken as (delete from claim_count_change returning *),
    summed as (
      select status, assignee_id, anchor_state, priority, desk_id, language, sum(claims) as claims from taken
      group by status, assignee_id, anchor_state, priority, desk_id, language)
  insert into claim_count as known (status, assignee_id, anchor_state, priority, desk_id, language, claims)
    select * from summed where claims <> 0
  on conflict on constraint claim_count_pkey do update set claims = known.claims + excluded.claims;
  delete from claim_count where claims = 0;
end $$;

create function settle_many_claim_counts() returns void language plpgsql as $$
begin
  if (select max(id) - min(id) from claim_count_change) > 2000 then perform settle_claim_counts(); end if;
end $$;

create function count_claims() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into claim_count_change (status, assignee_id, anchor_state, priority, desk_id, language, claims)
      select c.status, coalesce(c.assignee_id, no_id()), c.anchor_state, c.priority, coalesce(a.desk_id, no_id()),
        a.language, count(*)
      from fresh c join article a on a.id = c.article_id where c.withdrawn_at is null
      group by 1, 2, 3, 4, 5, 6;
  elsif tg_op = 'DELETE' then
    insert into claim_count_change (status, assignee_id, anchor_state, priority, desk_id, language, claims)
      select c.status, coalesce(c.assignee_id, no_id()), c.anchor_state, c.priority, coalesce(a.desk_id, no_id()),
        a.language, -count(*)
      from gone c join article a on a.id = c.article_id where c.withdrawn_at is null
      group by 1, 2, 3, 4, 5, 6;
  else
    insert into claim_count_change (status, assignee_id, anchor_state, priority, desk_id, language, claims)
      select c.status, coalesce(c.assignee_id, no_id()), c.anchor_state, c.priority, coalesce(a.desk_id, no_id()),
        a.language, sum(c.step)
      from (
        select article_id, status, assignee_id, anchor_state, priority, 1 as step from fresh where withdrawn_at is null
        union all
        select article_id, status, assignee_id, anchor_state, priority, -1 from gone where withdrawn_at is null
      ) c join article a on a.id = c.article_id
      group by 1, 2, 3, 4, 5, 6 having sum(c.step) <> 0;
  end if;
  if found then perform settle_many_claim_counts(); end if;
  return null;
end $$;

create trigger claim_counted after insert on claim
  referencing new table as fresh for each statement execute function count_claims();
create trigger claim_counted_anew after update on claim
  referencing new table as fresh old table as gone for each statement execute function count_claims();
create trigger claim_counted_off after delete on claim
  referencing old table as gone for each statement execute function count_claims();

create function count_claims_of_article() returns trigger language plpgsql as $$
begin
  insert into claim_count_change (status, assignee_id, anchor_state, priority, desk_id, language, claims)
    select c.status, coalesce(c.assignee_id, no_id()), c.anchor_state, c.priority, coalesce(a.desk_id, no_id()),
      a.language, a.step * count(*)
    from claim c, (values (new.desk_id, new.language, 1), (old.desk_id, old.language, -1)) a (desk_id, language, step)
    where c.article_id = new.id and c.withdrawn_at is null
    group by 1, 2, 3, 4, 5, 6, a.step;
  if found then perform settle_many_claim_counts(); end if;
  return null;
end $$;

create trigger article_counted after update of desk_id, language on article
  for each row when (old.desk_id is distinct from new.desk_id or old.language <> new.language)
  execute function count_claims_of_article();

insert into claim_count (status, assignee_id, anchor_state, priority, desk_id, language, claims)
  select c.status, coalesce(c.assignee_id, no_id()), c.anchor_state, c.priority, coalesce(a.desk_id, no_id()), a.language,
    count(*)
  from claim c join article a on a.id = c.article_id where c.withdrawn_at is null
  group by 1, 2, 3, 4, 5, 6;
