-- How far the article's history was when somebody opened a claim: what comes after it is news to them.
alter table claim_opened add column position integer not null default 0;

update claim_opened o set position = a.event_count
from claim c join article a on a.id = c.article_id
where c.id = o.claim_id;
