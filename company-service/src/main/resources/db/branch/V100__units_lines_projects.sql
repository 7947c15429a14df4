CREATE TABLE unit (
    code        text        COLLATE "C" PRIMARY KEY CHECK (code ~ '^([0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    name        text        NOT NULL,
    unit_class  text        CHECK (unit_class IN ('ALL_ROUND', 'RESOURCE', 'VENUE', 'EXPLORATORY')),
    credit_code text,
    sequence    bigint      NOT NULL CHECK (sequence > 0),
    changed_at  timestamptz NOT NULL DEFAULT now(),
    CHECK (unit_class IS NULL OR length(code) = 12)
);

CREATE TABLE business_line (
    code     text    PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    name_zh  text    NOT NULL,
    name_en  text    NOT NULL,
    active   boolean NOT NULL DEFAULT true,
    position int     NOT NULL
);

-- Business lines seen in the field; HQ can add more.
INSERT INTO business_line (code, name_zh, name_en, position) VALUES
    ('VENUE_RENTAL',      '场地租赁与合作', 'Venue rental and co-operation', 1),
    ('STALL_RENTAL',      '摊位租赁',       'Stall rental',                  2),
    ('SHOPFRONT_RENTAL',  '铺面租赁',       'Shop-front rental',             3),
    ('NIGHT_MARKET',      '夜市',           'Night market',                  4),
    ('SHARED_PARKING',    '共享停车',       'Shared parking',                5),
    ('DOMESTIC_SERVICES', '家政服务',       'Domestic services',             6),
    ('WELLNESS_CARE',     '嵌入式康养',     'Wellness and elderly care',     7),
    ('CANTEEN',           '社区食堂',       'Canteen',                       8),
    ('MICRO_FACTORY',     '小社微工厂',     'Micro-factory processing',      9),
    ('COMMUNITY_FACTORY', '社区工厂销售',   'Community-factory sales',      10),
    ('TRAINING',          '培训课程',       'Training and classes',         11),
    ('FAIR',              '市集',           'Fairs',                        12),
    ('SKY_FARM',          '天空农场',       'Sky farm',                     13),
    ('PURCHASED_SERVICE', '购买服务',       'Purchased services',           14),
    ('OTHER',             '其他',           'Other',                        15);

CREATE TABLE project (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_code  text        COLLATE "C" NOT NULL REFERENCES unit (code),
    name       text        NOT NULL,
    line       text        NOT NULL REFERENCES business_line (code),
    started_on date        NOT NULL,
    ended_on   date,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (unit_code, name),
    CHECK (ended_on >= started_on)
);
