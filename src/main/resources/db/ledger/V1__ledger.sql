-- The ledger: who said what, when. Private. Append-only but for purge.
-- Plain SQL on purpose: integer keys, text, blobs, no SQLite specialities beyond the rowid tables.

create table setting (
    name  text primary key,
    value text not null
);

create table commit_log (
    number integer primary key,
    time   text not null,
    kind   text not null,      -- ingest, settings, refusal, purge, remap, rebuild
    note   text not null
);

create table source (
    id       text primary key,
    settings text not null,    -- the sticky settings, as name=value lines
    commit_number integer not null
);

create table blob (
    id         integer primary key,
    length     integer not null,
    bytes      blob not null
);

create table record (
    id       integer primary key,
    source   text not null references source (id),
    local_id text not null,
    key      text not null,               -- names the record in its IRI; the local id, or its hash where that is private
    format   text not null,
    status   text not null,               -- live, deleted, withdrawn, purged
    is_open  integer not null,            -- 1 when its public part may be projected now
    is_stale integer not null default 0,  -- 1 when a newer version was set aside
    version  integer,                     -- the current one
    delivery integer not null default 0,  -- the delivery that last held it
    datestamp text,                       -- of the latest version or deletion notice taken, if the source dates them
    unique (source, local_id)
);

create unique index record_key on record (source, key);

create table version (
    id             integer primary key,
    record         integer not null references record (id),
    commit_number  integer not null,
    datestamp      text,
    payload_hash   text not null,
    crosswalk_hash text not null,
    payload        integer,               -- blob; null once purged
    mapped         integer,               -- blob; null once purged
    origin         text not null          -- file and place, for the steward
);

create index version_record on version (record);

-- Records that could not be placed, with their reason; the latest for each place in a source.
create table aside (
    id            integer primary key,
    source        text not null,
    local_id      text not null,
    origin        text not null,
    payload_hash  text not null,
    payload       integer,
    reason        text not null,
    commit_number integer not null,
    unique (source, local_id, payload_hash)
);

create table finding (
    id         integer primary key,
    stable_id  text not null,             -- of record, rule, node and source path
    source     text not null,
    record     integer,                   -- null for a record set aside
    local_id   text not null,
    origin     text not null,
    rule       text not null,
    severity   text not null,
    node       text not null,
    field      text not null,
    value      text,
    message_ja text not null,
    message_en text not null,
    expected_ja text not null,
    expected_en text not null,
    remedy_ja  text not null,
    remedy_en  text not null,
    is_private integer not null,
    opened     integer not null,
    closed     integer
);

create index finding_record on finding (record, closed);
create index finding_source on finding (source, closed, rule);
create index finding_stable on finding (stable_id);

-- Identity. Only what open records say in public is in these tables.

create table identifier (
    id     integer primary key,
    kind   text not null,
    scheme text not null,
    value  text not null,
    entity integer,                       -- the entity it leads to now
    conflict text,                        -- why its ties do not hold, where they do not
    unique (kind, scheme, value)
);

create index identifier_entity on identifier (entity);

-- What records say of one thing, each distinct content once, however many records say it.
create table description (
    id     integer primary key,
    hash   text not null unique,
    kind   text not null,
    anchor integer not null               -- its strongest identifier
);

create index description_anchor on description (anchor);

create table description_identifier (
    description integer not null,
    identifier  integer not null,
    primary key (description, identifier)
) without rowid;

create index description_identifier_identifier on description_identifier (identifier);

create table support (
    description  integer not null,
    record       integer not null,
    node         text not null,
    rank         integer not null,        -- of the source; lower goes first
    is_authority integer not null,
    datestamp    text not null,           -- '' without one
    primary key (description, record, node)
) without rowid;

create index support_record on support (record);
create index support_best on support (description, is_authority, rank, datestamp);

-- Identifiers that a description points to: whoever has them, the description's document names their IRI.
create table mention (
    description integer not null,
    identifier  integer not null,
    primary key (description, identifier)
) without rowid;

create index mention_identifier on mention (identifier);

create table entity (
    id           integer primary key,     -- in the order of first sight
    kind         text not null,
    path         text not null unique,    -- of its IRI below the base
    anchor       integer not null unique, -- the identifier it was named by
    is_published integer not null default 0
);

-- Two identifiers that a person has declared not to be of one thing.
create table refusal (
    a      integer not null,
    b      integer not null,
    reason text not null,
    commit_number integer not null,
    primary key (a, b)
);

-- The last text of every public document, as a hash, so that only real changes become entries of the journal.
create table document (
    path text primary key,
    hash text not null
) without rowid;

-- Changes that the journal has not taken yet; written in the transaction that caused them.
create table outbox (
    id            integer primary key,
    commit_number integer not null,
    iri           text not null,
    document      blob,                   -- null: withdrawn
    forget        integer not null
);
