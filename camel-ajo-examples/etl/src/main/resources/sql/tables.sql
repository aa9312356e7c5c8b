-- The tables of the example. Those of the outbox and of the sources begin with ajo_ and are created by the store.
create table delivery (
    lane     varchar(200) not null,
    item_key varchar(500) not null,
    state    varchar(20)  not null,
    outcome  varchar(200),
    reason   varchar(4000),
    attempts integer      not null,
    primary key (lane, item_key)
);
create table unsubscribe (
    id         bigint generated always as identity primary key,
    email      varchar(320) not null,
    comment    varchar(200),
    state      varchar(20)  not null default 'new',
    claimed_at timestamptz,
    reason     varchar(4000)
);
create index unsubscribe_open on unsubscribe (id) where state in ('new', 'claimed');
create table suppressed (id varchar(100) primary key, email varchar(320) not null, status varchar(20));
create table journey (id varchar(100) primary key, name varchar(500), status varchar(40));
