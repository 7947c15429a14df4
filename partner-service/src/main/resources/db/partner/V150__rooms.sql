-- Rooms of a branch and who uses them when.

CREATE TABLE room (
    id               uuid        PRIMARY KEY DEFAULT uuidv7(),
    unit_code        text        COLLATE "C" NOT NULL,
    name             text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    place            text        NOT NULL,
    capacity         int         NOT NULL CHECK (capacity BETWEEN 1 AND 100000),
    equipment        text[]      NOT NULL,
    -- One text a span, weekday from 1 (Monday): '6 09:00-21:00'.
    hours            text[]      NOT NULL,
    closed_days      date[]      NOT NULL,
    open_on_holidays boolean     NOT NULL,
    -- Minutes that keep bookings apart.
    set_up           int         NOT NULL CHECK (set_up BETWEEN 0 AND 240),
    clean_up         int         NOT NULL CHECK (clean_up BETWEEN 0 AND 240),
    days_ahead       int         NOT NULL CHECK (days_ahead BETWEEN 1 AND 366),
    -- Cancelling is free until so many hours before.
    free_until       int         NOT NULL CHECK (free_until BETWEEN 0 AND 720),
    version          bigint      NOT NULL DEFAULT 1,
    created_by       text        NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now(),
    UNIQUE (unit_code, name)
);

-- What can be booked on its own. A room that is not divided has one part. Parts never change: bookings hold them.
CREATE TABLE room_part (
    id       uuid PRIMARY KEY DEFAULT uuidv7(),
    room_id  uuid NOT NULL REFERENCES room,
    position int  NOT NULL,
    name     text NOT NULL,
    UNIQUE (room_id, position),
    UNIQUE (room_id, name)
);

-- How a subtree of units shares its rooms out; the nearest scope holds. Rates are of the opening time of a month.
CREATE TABLE room_sharing (
    scope              text         COLLATE "C" PRIMARY KEY,
    -- 80/20: never more than a fifth for offices.
    office_rate        numeric(5,4) NOT NULL CHECK (office_rate BETWEEN 0 AND 0.2000),
    service_rate       numeric(5,4) NOT NULL CHECK (service_rate BETWEEN 0 AND 1),
    -- Residents are first: partners book no further ahead than this.
    service_days_ahead int          NOT NULL CHECK (service_days_ahead BETWEEN 1 AND 366)
);
INSERT INTO room_sharing VALUES ('', 0.2000, 0.5000, 30);

CREATE TABLE booking (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    room_id      uuid        NOT NULL REFERENCES room,
    unit_code    text        COLLATE "C" NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('RESIDENT', 'OFFICE', 'SERVICE')),
    partner_id   uuid        CHECK ((partner_id IS NOT NULL) = (kind = 'SERVICE')),
    series_id    uuid,
    purpose      text        NOT NULL,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL CHECK (ends_at > starts_at),
    state        text        NOT NULL DEFAULT 'BOOKED' CHECK (state IN ('BOOKED', 'CANCELLED', 'CANCELLED_LATE')),
    version      bigint      NOT NULL DEFAULT 1,
    booked_by    text        NOT NULL,
    booked_at    timestamptz NOT NULL,
    cancelled_by text,
    cancelled_at timestamptz,
    reason       text
);
CREATE INDEX booking_by_unit ON booking (unit_code, id);
CREATE INDEX booking_by_room ON booking (room_id, starts_at);
CREATE INDEX booking_by_partner ON booking (partner_id, id) WHERE partner_id IS NOT NULL;

-- What a booking holds, a row a part, with set-up and clean-up. Nothing is ever double-booked, whatever the program does.
CREATE TABLE booking_slot (
    booking_id uuid      NOT NULL REFERENCES booking,
    part_id    uuid      NOT NULL REFERENCES room_part,
    during     tstzrange NOT NULL CHECK (NOT isempty(during)),
    active     boolean   NOT NULL DEFAULT true,
    PRIMARY KEY (booking_id, part_id),
    CONSTRAINT never_double_booked EXCLUDE USING gist (part_id WITH =, during WITH &&) WHERE (active)
);

-- Who would take a slot if it came free; served in order of id.
CREATE TABLE booking_wish (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    room_id    uuid        NOT NULL REFERENCES room,
    unit_code  text        COLLATE "C" NOT NULL,
    parts      uuid[]      NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('RESIDENT', 'OFFICE', 'SERVICE')),
    partner_id uuid        CHECK ((partner_id IS NOT NULL) = (kind = 'SERVICE')),
    purpose    text        NOT NULL,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL CHECK (ends_at > starts_at),
    state      text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'PROMOTED', 'WITHDRAWN')),
    booking_id uuid        REFERENCES booking,
    wished_by  text        NOT NULL,
    wished_at  timestamptz NOT NULL
);
CREATE INDEX booking_wish_waiting ON booking_wish (room_id, id) WHERE state = 'WAITING';
CREATE INDEX booking_wish_by_unit ON booking_wish (unit_code, id);

-- Public addresses of calendars: whoever knows the token may read. A new one replaces the old.
CREATE TABLE calendar_feed (
    token      text        PRIMARY KEY,
    room_id    uuid        UNIQUE REFERENCES room,
    partner_id uuid        UNIQUE,
    made_by    text        NOT NULL,
    made_at    timestamptz NOT NULL,
    CHECK ((room_id IS NULL) <> (partner_id IS NULL))
);
