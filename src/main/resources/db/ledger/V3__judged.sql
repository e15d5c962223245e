-- By which rules, and on which day, the version was judged last: while both hold, it need not be judged again.
alter table version add column judged text;
