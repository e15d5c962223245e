-- By which rules, and on which day, the version was judged last: while that holds, what comes with the same payload need
-- not be mapped and judged again.
alter table version add column judged text;

create index version_payload on version (payload_hash);
