-- Findings come and go in parts that do not touch each other: those of the version that stands, of ties between records,
-- and of a version that was set aside (its obstacles apart from the rest).
alter table finding add column part text not null default 'RECORD';

update finding set part = 'IDENTITY' where rule like 'identity.%';
update finding set part = 'OBSTACLE' where record is null and severity = 'VIOLATION';
update finding set part = 'ASIDE' where record is null and severity <> 'VIOLATION';

-- The findings of one record, whatever became of it.
create index finding_local on finding (source, local_id);
