-- The words that a claim's verdict or place was last given on, and the sentences that they stood in.
alter table claim add column judged jsonb not null default '{}';

update claim c set judged = coalesce((
  select jsonb_build_object('quote', n.quote, 'context', coalesce((
    select jsonb_agg(s.text order by s.position) from sentence s
    where s.revision_id = n.revision_id and s.start < n."end" and s."end" > n.start
  ), '[]'))
  from anchor n join revision r on r.id = n.revision_id
  where n.claim_id = c.id and n.state = 'anchored'
  order by r.number desc limit 1
), jsonb_build_object('quote', c.quote, 'context', '[]'::jsonb));

-- A claim that was reviewed on changed words was settled by that.
with reviewed as (
  select n.id, n.claim_id, n.quote, n.revision_id, n.start, n."end"
  from anchor n
  join claim c on c.id = n.claim_id and c.status <> 'unreviewed'
  join article a on a.id = c.article_id
  join revision r on r.id = n.revision_id and r.number = a.revision
  where n.state = 'changed'
), settled as (
  update anchor n set state = 'anchored' from reviewed where n.id = reviewed.id
)
update claim c set judged = jsonb_build_object('quote', reviewed.quote, 'context', coalesce((
  select jsonb_agg(s.text order by s.position) from sentence s
  where s.revision_id = reviewed.revision_id and s.start < reviewed."end" and s."end" > reviewed.start
), '[]'))
from reviewed where reviewed.claim_id = c.id;

-- A claim whose words are gone counts as reviewed no longer; what was found stands beside it.
update claim c set
  earlier = jsonb_build_object('status', c.status, 'quote', c.judged->'quote', 'context', c.judged->'context',
    'revision', coalesce((
      select max(r.number) from anchor o join revision r on r.id = o.revision_id
      where o.claim_id = c.id and o.state = 'anchored'), 1),
    'reviewedById', c.reviewed_by_id, 'reviewedAt', c.reviewed_at),
  status = 'unreviewed', reviewed_by_id = null, reviewed_at = null,
  signed_off_by_id = null, signed_off_at = null, signed_off_digest = null,
  version = c.version + 1
from anchor n, revision r, article a
where n.claim_id = c.id and n.state = 'orphaned' and r.id = n.revision_id and a.id = c.article_id
  and r.number = a.revision and c.status <> 'unreviewed';
