-- The first schema. Columns stand in the order of the fields of their record; dates are ISO text,
-- truth values 0 or 1, lists of keys JSON. A CHECK is named after the field that it refuses; one named
-- `period` says that something would end before it starts. Dates known to a month or a year are compared
-- no finer than they are known. Person, date and half-day of a session are not unique on purpose:
-- a bad rota must be storable, so that it can be shown.

CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CONSTRAINT name CHECK (name <> ''),
    value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX setting_name ON setting (name);

CREATE TABLE calendar_day (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    on_date TEXT NOT NULL CONSTRAINT on_date CHECK (length(on_date) = 10),
    kind TEXT NOT NULL CONSTRAINT kind CHECK (kind IN ('workday', 'weekend', 'holiday', 'make_up')),
    name TEXT NOT NULL,
    acts_as_weekday INTEGER CONSTRAINT acts_as_weekday CHECK (acts_as_weekday BETWEEN 1 AND 7),
    source TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX calendar_day_on_date ON calendar_day (on_date);

CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    name_zh TEXT NOT NULL CONSTRAINT name_zh CHECK (trim(name_zh) <> ''),
    name_en TEXT NOT NULL,
    letter TEXT NOT NULL CONSTRAINT letter CHECK (length(letter) = 1),
    hue INTEGER NOT NULL CONSTRAINT hue CHECK (hue BETWEEN 0 AND 9),
    is_work INTEGER NOT NULL CONSTRAINT is_work CHECK (is_work IN (0, 1)),
    is_clinic INTEGER NOT NULL CONSTRAINT is_clinic CHECK (is_clinic IN (0, 1)),
    is_outside INTEGER NOT NULL CONSTRAINT is_outside CHECK (is_outside IN (0, 1)),
    sort INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX activity_code ON activity (code) WHERE code <> '';

CREATE TABLE institution (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    name TEXT NOT NULL CONSTRAINT name CHECK (trim(name) <> ''),
    short_name TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT kind CHECK (kind IN (
        'supporter', 'recipient', 'branch', 'township', 'community', 'village', 'ambulance_station',
        'authority', 'county', 'other')),
    level TEXT NOT NULL,
    county TEXT NOT NULL,
    town TEXT NOT NULL,
    is_own INTEGER NOT NULL CONSTRAINT is_own CHECK (is_own IN (0, 1)),
    sort INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX institution_own ON institution (is_own) WHERE is_own = 1;

CREATE TABLE relation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme TEXT NOT NULL CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    from_inst INTEGER NOT NULL REFERENCES institution (id),
    to_inst INTEGER NOT NULL REFERENCES institution (id) CONSTRAINT to_inst CHECK (to_inst <> from_inst),
    is_lead INTEGER NOT NULL CONSTRAINT is_lead CHECK (is_lead IN (0, 1)),
    start_on TEXT CONSTRAINT start_on CHECK (length(start_on) = 10),
    start_prec TEXT NOT NULL CONSTRAINT start_prec CHECK (start_prec IN ('day', 'month', 'year')),
    end_on TEXT CONSTRAINT end_on CHECK (length(end_on) = 10),
    end_prec TEXT NOT NULL CONSTRAINT end_prec CHECK (end_prec IN ('day', 'month', 'year')),
    note TEXT NOT NULL,
    CONSTRAINT period CHECK (
        CASE WHEN 'year' IN (start_prec, end_prec) THEN substr(end_on, 1, 4) >= substr(start_on, 1, 4)
             WHEN 'month' IN (start_prec, end_prec) THEN substr(end_on, 1, 7) >= substr(start_on, 1, 7)
             ELSE end_on >= start_on END)
) STRICT;
CREATE INDEX relation_from_inst ON relation (from_inst);
CREATE INDEX relation_to_inst ON relation (to_inst);

CREATE TABLE agreement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    relation INTEGER NOT NULL REFERENCES relation (id),
    number TEXT NOT NULL,
    signed_on TEXT CONSTRAINT signed_on CHECK (length(signed_on) = 10),
    valid_from TEXT CONSTRAINT valid_from CHECK (length(valid_from) = 10),
    valid_to TEXT CONSTRAINT valid_to CHECK (length(valid_to) = 10),
    goals TEXT NOT NULL,
    file TEXT NOT NULL,
    CONSTRAINT period CHECK (valid_to >= valid_from)
) STRICT;
CREATE INDEX agreement_relation ON agreement (relation);

CREATE TABLE department (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    inst INTEGER NOT NULL REFERENCES institution (id),
    name TEXT NOT NULL CONSTRAINT name CHECK (trim(name) <> ''),
    code TEXT NOT NULL,
    is_listed INTEGER NOT NULL CONSTRAINT is_listed CHECK (is_listed IN (0, 1)),
    sort INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX department_name ON department (inst, name);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    name TEXT NOT NULL CONSTRAINT name CHECK (trim(name) <> ''),
    sex TEXT CONSTRAINT sex CHECK (sex IN ('male', 'female')),
    birth_year INTEGER CONSTRAINT birth_year CHECK (birth_year BETWEEN 1900 AND 2100),
    inst INTEGER REFERENCES institution (id),
    dept INTEGER REFERENCES department (id),
    title_text TEXT NOT NULL,
    title_rank INTEGER CONSTRAINT title_rank CHECK (title_rank BETWEEN 1 AND 5),
    post TEXT NOT NULL,
    party TEXT NOT NULL,
    discipline TEXT CONSTRAINT discipline CHECK (discipline IN (
        'clinical', 'nursing', 'med_tech', 'pharmacy', 'public_health', 'management')),
    specialty TEXT NOT NULL,
    phone TEXT NOT NULL,
    sort INTEGER NOT NULL,
    is_retired INTEGER NOT NULL CONSTRAINT is_retired CHECK (is_retired IN (0, 1)),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX person_inst ON person (inst);
CREATE INDEX person_dept ON person (dept);

CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    relation INTEGER NOT NULL REFERENCES relation (id),
    no INTEGER NOT NULL CONSTRAINT no CHECK (no >= 1),
    label TEXT NOT NULL,
    mode TEXT NOT NULL CONSTRAINT mode CHECK (mode IN ('rigid', 'flexible')),
    plan_from TEXT CONSTRAINT plan_from CHECK (length(plan_from) = 10),
    plan_from_prec TEXT NOT NULL CONSTRAINT plan_from_prec CHECK (plan_from_prec IN ('day', 'month', 'year')),
    plan_to TEXT CONSTRAINT plan_to CHECK (length(plan_to) = 10),
    plan_to_prec TEXT NOT NULL CONSTRAINT plan_to_prec CHECK (plan_to_prec IN ('day', 'month', 'year')),
    headcount_plan INTEGER,
    CONSTRAINT period CHECK (
        CASE WHEN 'year' IN (plan_from_prec, plan_to_prec) THEN substr(plan_to, 1, 4) >= substr(plan_from, 1, 4)
             WHEN 'month' IN (plan_from_prec, plan_to_prec) THEN substr(plan_to, 1, 7) >= substr(plan_from, 1, 7)
             ELSE plan_to >= plan_from END)
) STRICT;
CREATE UNIQUE INDEX batch_no ON batch (relation, no);

CREATE TABLE stint (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    relation INTEGER REFERENCES relation (id),
    batch INTEGER REFERENCES batch (id),
    host_inst INTEGER NOT NULL REFERENCES institution (id),
    host_dept INTEGER REFERENCES department (id),
    role TEXT NOT NULL CONSTRAINT role CHECK (role IN ('leader', 'deputy', 'member')),
    mode TEXT NOT NULL CONSTRAINT mode CHECK (mode IN ('long_term', 'short_term', 'regular')),
    discipline TEXT CONSTRAINT discipline CHECK (discipline IN (
        'clinical', 'nursing', 'med_tech', 'pharmacy', 'public_health', 'management')),
    specialty TEXT NOT NULL,
    arrive_on TEXT NOT NULL CONSTRAINT arrive_on CHECK (length(arrive_on) = 10),
    arrive_prec TEXT NOT NULL CONSTRAINT arrive_prec CHECK (arrive_prec IN ('day', 'month', 'year')),
    plan_leave_on TEXT CONSTRAINT plan_leave_on CHECK (length(plan_leave_on) = 10),
    plan_leave_prec TEXT NOT NULL CONSTRAINT plan_leave_prec CHECK (plan_leave_prec IN ('day', 'month', 'year')),
    leave_on TEXT CONSTRAINT leave_on CHECK (length(leave_on) = 10),
    leave_prec TEXT NOT NULL CONSTRAINT leave_prec CHECK (leave_prec IN ('day', 'month', 'year')),
    end_reason TEXT CONSTRAINT end_reason CHECK (end_reason IN (
        'completed', 'extended', 'early', 'appointed', 'illness', 'other')),
    successor_stint INTEGER REFERENCES stint (id),
    no_mentoring INTEGER NOT NULL CONSTRAINT no_mentoring CHECK (no_mentoring IN (0, 1)),
    note TEXT NOT NULL,
    CONSTRAINT period CHECK (
        CASE WHEN 'year' IN (arrive_prec, plan_leave_prec) THEN substr(plan_leave_on, 1, 4) >= substr(arrive_on, 1, 4)
             WHEN 'month' IN (arrive_prec, plan_leave_prec) THEN substr(plan_leave_on, 1, 7) >= substr(arrive_on, 1, 7)
             ELSE plan_leave_on >= arrive_on END),
    CONSTRAINT period CHECK (
        CASE WHEN 'year' IN (arrive_prec, leave_prec) THEN substr(leave_on, 1, 4) >= substr(arrive_on, 1, 4)
             WHEN 'month' IN (arrive_prec, leave_prec) THEN substr(leave_on, 1, 7) >= substr(arrive_on, 1, 7)
             ELSE leave_on >= arrive_on END)
) STRICT;
CREATE INDEX stint_person ON stint (person);
CREATE INDEX stint_relation ON stint (relation);
CREATE INDEX stint_batch ON stint (batch);
CREATE INDEX stint_host_inst ON stint (host_inst);
CREATE INDEX stint_host_dept ON stint (host_dept);
CREATE INDEX stint_successor ON stint (successor_stint) WHERE successor_stint IS NOT NULL;

CREATE TABLE appointment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    inst INTEGER NOT NULL REFERENCES institution (id),
    post TEXT NOT NULL CONSTRAINT post CHECK (trim(post) <> ''),
    from_on TEXT CONSTRAINT from_on CHECK (length(from_on) = 10),
    from_prec TEXT NOT NULL CONSTRAINT from_prec CHECK (from_prec IN ('day', 'month', 'year')),
    to_on TEXT CONSTRAINT to_on CHECK (length(to_on) = 10),
    to_prec TEXT NOT NULL CONSTRAINT to_prec CHECK (to_prec IN ('day', 'month', 'year')),
    doc_no TEXT NOT NULL,
    CONSTRAINT period CHECK (
        CASE WHEN 'year' IN (from_prec, to_prec) THEN substr(to_on, 1, 4) >= substr(from_on, 1, 4)
             WHEN 'month' IN (from_prec, to_prec) THEN substr(to_on, 1, 7) >= substr(from_on, 1, 7)
             ELSE to_on >= from_on END)
) STRICT;
CREATE INDEX appointment_person ON appointment (person);
CREATE INDEX appointment_inst ON appointment (inst);

CREATE TABLE leave (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    stint INTEGER REFERENCES stint (id),
    kind TEXT NOT NULL CONSTRAINT kind CHECK (kind IN (
        'personal', 'sick', 'annual', 'duty', 'study', 'family', 'other')),
    from_on TEXT NOT NULL CONSTRAINT from_on CHECK (length(from_on) = 10),
    from_slot TEXT NOT NULL CONSTRAINT from_slot CHECK (from_slot IN ('am', 'pm')),
    to_on TEXT NOT NULL CONSTRAINT to_on CHECK (length(to_on) = 10),
    to_slot TEXT NOT NULL CONSTRAINT to_slot CHECK (to_slot IN ('am', 'pm')),
    destination TEXT NOT NULL,
    reason TEXT NOT NULL,
    substitute INTEGER REFERENCES person (id),
    approver TEXT NOT NULL,
    back_on TEXT CONSTRAINT back_on CHECK (length(back_on) = 10),
    CONSTRAINT period CHECK (to_on || to_slot >= from_on || from_slot)
) STRICT;
CREATE INDEX leave_person ON leave (person);
CREATE INDEX leave_stint ON leave (stint);
CREATE INDEX leave_substitute ON leave (substitute) WHERE substitute IS NOT NULL;

CREATE TABLE template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stint INTEGER NOT NULL REFERENCES stint (id),
    weekday INTEGER NOT NULL CONSTRAINT weekday CHECK (weekday BETWEEN 1 AND 7),
    slot TEXT NOT NULL CONSTRAINT slot CHECK (slot IN ('am', 'pm', 'night')),
    week_rule TEXT NOT NULL CONSTRAINT week_rule CHECK (week_rule IN (
        'every', 'odd', 'even', 'first', 'second', 'third', 'fourth')),
    activity INTEGER NOT NULL REFERENCES activity (id),
    inst INTEGER NOT NULL REFERENCES institution (id),
    dept INTEGER REFERENCES department (id),
    room TEXT NOT NULL,
    from_on TEXT CONSTRAINT from_on CHECK (length(from_on) = 10),
    to_on TEXT CONSTRAINT to_on CHECK (length(to_on) = 10),
    holiday_rule TEXT NOT NULL CONSTRAINT holiday_rule CHECK (holiday_rule IN ('cancel', 'keep', 'holiday_duty')),
    CONSTRAINT period CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX template_stint ON template (stint);

-- A stint is looked up often and taken back with its import; an activity, place or department is hardly ever
-- deleted, so that the many sessions carry no index for them.
CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    on_date TEXT NOT NULL CONSTRAINT on_date CHECK (length(on_date) = 10),
    slot TEXT NOT NULL CONSTRAINT slot CHECK (slot IN ('am', 'pm', 'night')),
    stint INTEGER NOT NULL REFERENCES stint (id),
    activity INTEGER NOT NULL REFERENCES activity (id),
    further TEXT NOT NULL CONSTRAINT further CHECK (json_valid(further)),
    topic TEXT NOT NULL,
    inst INTEGER NOT NULL REFERENCES institution (id),
    dept INTEGER REFERENCES department (id),
    room TEXT NOT NULL,
    status TEXT NOT NULL CONSTRAINT status CHECK (status IN (
        'planned', 'published', 'done', 'cancelled', 'substituted', 'swapped', 'extra')),
    substitute_stint INTEGER REFERENCES stint (id),
    reason TEXT NOT NULL,
    from_template INTEGER REFERENCES template (id)
) STRICT;
CREATE INDEX session_on_date ON session (on_date);
CREATE INDEX session_stint ON session (stint);
CREATE INDEX session_substitute ON session (substitute_stint) WHERE substitute_stint IS NOT NULL;
CREATE INDEX session_template ON session (from_template) WHERE from_template IS NOT NULL;

CREATE TABLE publication (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL CONSTRAINT document CHECK (document GLOB 'D[0-9][0-9]'),
    period_from TEXT NOT NULL CONSTRAINT period_from CHECK (length(period_from) = 10),
    period_to TEXT NOT NULL CONSTRAINT period_to CHECK (length(period_to) = 10),
    version INTEGER NOT NULL CONSTRAINT version CHECK (version >= 1),
    published_at TEXT NOT NULL,
    published_by TEXT NOT NULL,
    changes TEXT NOT NULL,
    CONSTRAINT period CHECK (period_to >= period_from)
) STRICT;
CREATE INDEX publication_period ON publication (document, period_from);

-- The journal: what every step did to every row, as JSON arrays in the order of the columns. It is what undo
-- works from and at the same time the history. A step that takes back or does again points at its target. The entries
-- of a step follow one another, so that their range is found without an index on the many rows.
CREATE TABLE journal_step (
    step INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    target INTEGER,
    label TEXT NOT NULL,
    rows INTEGER NOT NULL,
    is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
    first_entry INTEGER NOT NULL,
    last_entry INTEGER NOT NULL
) STRICT;
CREATE TABLE journal_row (
    entry INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    old TEXT,
    new TEXT
) STRICT;
CREATE INDEX journal_row_deleted ON journal_row (table_name, row_id) WHERE new IS NULL;

INSERT INTO activity (code, name_zh, name_en, letter, hue, is_work, is_clinic, is_outside, sort) VALUES
    ('clinic', '坐诊', 'clinic', '诊', 0, 1, 1, 0, 1),
    ('round', '查房', 'ward round', '查', 1, 1, 0, 0, 2),
    ('teaching_round', '教学查房', 'teaching round', '教', 2, 1, 0, 0, 3),
    ('surgery', '手术', 'surgery', '术', 3, 1, 0, 0, 4),
    ('surgery_teaching', '手术带教', 'surgical teaching', '带', 3, 1, 0, 0, 5),
    ('surgery_demo', '手术示教', 'surgical demonstration', '示', 3, 1, 0, 0, 6),
    ('shadowing', '门诊跟诊', 'clinic shadowing', '跟', 0, 1, 0, 0, 7),
    ('consultation', '会诊', 'consultation', '会', 4, 1, 0, 0, 8),
    ('case_discussion', '疑难讨论', 'case discussion', '论', 4, 1, 0, 0, 9),
    ('lecture', '讲座', 'lecture', '讲', 5, 1, 0, 0, 10),
    ('training', '培训', 'training', '训', 5, 1, 0, 0, 11),
    ('tour', '巡回', 'tour', '巡', 6, 1, 0, 1, 12),
    ('free_clinic', '义诊', 'free clinic', '义', 6, 1, 0, 1, 13),
    ('duty', '急诊值班', 'emergency duty', '值', 7, 1, 0, 0, 14),
    ('admin', '行政', 'administration', '政', 8, 1, 0, 0, 15),
    ('remote', '线上指导', 'remote guidance', '线', 8, 1, 0, 0, 16),
    ('rest', '休', 'rest', '休', 9, 0, 0, 0, 17);
