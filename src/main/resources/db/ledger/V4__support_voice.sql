-- The best supporter of a description is the first in this order: thousands may support one, and all of them were sorted.
drop index support_best;
create index support_voice on support (description, rank, datestamp desc, is_authority);
